package dev.cognate.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class SecretHashTest {
    private static final String CLIENT = "12a3b456c7de890f11g123hijk";
    private static final String SECRET = "1example2secret3of4the5client6with7fifty8one9charact";

    @Test
    void theHashIsThatOfOpenssl() {
        // printf '%s' jane12a3b456c7de890f11g123hijk | openssl dgst -sha256 -hmac "$SECRET" -binary | base64
        assertThat(SecretHash.of(SECRET, "jane", CLIENT)).isEqualTo("OVsuYLAjKyq2lM3cV9Jp2HX7sUEexCQtdyrddVH6fSQ=");
        // The same for a username outside ASCII.
        assertThat(SecretHash.of(SECRET, "jané", CLIENT)).isEqualTo("/GL8NHkRb5WBW8Wi9s6tCVLk5POnFriS0zIRBGxwBwo=");
    }

    /** Clause auth 10.t1. One of them with the prefix that an SDK's own test has. */
    @Test
    void theRecordedHashesAreOurs() {
        assertThat(SecretHash.of("secret", "Mess", "age")).isEqualTo("qnR8UCqJggD55PohusaBNviGoOJ67HC6Btry4qXLVZc=");
        assertThat(SecretHash.of(
                        "secretsecretsecretsecret1234567890",
                        "7d8ca528-4931-4254-9273-ea5ee853f271",
                        "1h57kf5cpq17m0eml12EXAMPLE"))
                .isEqualTo("l5un2UV6Y70ZjSBTtbQg4ThA2LwoA9t+Dz9r0v5aa1Q=");
    }

    @Test
    void onlyTheExactHashMatches() {
        String hash = SecretHash.of(SECRET, "jane", CLIENT);

        assertThat(SecretHash.matches(hash, SECRET, "jane", CLIENT)).isTrue();
        assertThat(SecretHash.matches(hash, SECRET, "Jane", CLIENT)).isFalse();
        assertThat(SecretHash.matches(hash, SECRET + "x", "jane", CLIENT)).isFalse();
        assertThat(SecretHash.matches(hash.toLowerCase(Locale.ROOT), SECRET, "jane", CLIENT))
                .isFalse();
        assertThat(SecretHash.matches(hash.substring(1), SECRET, "jane", CLIENT))
                .isFalse();
        assertThat(SecretHash.matches("", SECRET, "jane", CLIENT)).isFalse();
    }

    @Test
    void textsAreComparedWhole() {
        assertThat(ConstantTime.equals("123456", "123456")).isTrue();
        assertThat(ConstantTime.equals("123456", "123457")).isFalse();
        assertThat(ConstantTime.equals("123456", "12345")).isFalse();
        assertThat(ConstantTime.equals(new byte[] {1, 2}, new byte[] {1, 2})).isTrue();
        assertThat(ConstantTime.equals(new byte[] {1, 2}, new byte[] {1, 3})).isFalse();
    }
}
