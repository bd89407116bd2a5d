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
