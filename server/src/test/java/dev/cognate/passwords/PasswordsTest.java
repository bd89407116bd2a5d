package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SealBroken;
import dev.cognate.crypto.SrpVerifier;
import dev.cognate.directory.KeptPassword;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** How passwords are kept. */
class PasswordsTest {
    private static final String PASSWORD = "Corr3ct-Horse!";

    private final SecureRandom random = new SecureRandom();
    private final Passwords passwords = passwords(1);

    private Passwords passwords(int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        return new Passwords(KeyRing.of(random, Base64.getEncoder().encodeToString(bytes)), random);
    }

    @Test
    void theRightPasswordMatchesAndNoOtherDoes() {
        KeptPassword kept = passwords.keep("POOL", "jane", PASSWORD);

        assertThat(passwords.matches(kept, "POOL", "jane", PASSWORD)).isTrue();
        assertThat(passwords.matches(kept, "POOL", "jane", PASSWORD + " ")).isFalse();
        assertThat(passwords.matches(kept, "POOL", "jane", "corr3ct-horse!")).isFalse();
        assertThat(passwords.matches(kept, "POOL", "jane", "")).isFalse();
    }

    /** Or a row could be copied to another user. */
    @Test
    void aPasswordIsBoundToItsUserAndPool() {
        KeptPassword kept = passwords.keep("POOL", "jane", PASSWORD);

        assertThat(passwords.matches(kept, "POOL", "john", PASSWORD)).isFalse();
        assertThat(passwords.matches(kept, "OTHER", "jane", PASSWORD)).isFalse();
    }

    @Test
    void onePasswordIsKeptDifferentlyEachTimeAndNowhereInTheOpen() {
        KeptPassword kept = passwords.keep("POOL", "jane", PASSWORD);

        assertThat(passwords.keep("POOL", "jane", PASSWORD).sealed()).isNotEqualTo(kept.sealed());
        assertThat(new String(kept.sealed(), StandardCharsets.ISO_8859_1)).doesNotContain(PASSWORD);
        assertThat(kept).hasToString("***");
    }

    /** Whoever has the database has not got the key. */
    @Test
    void withAnotherKeyNotEvenTheVerifierIsReadable() {
        KeptPassword kept = passwords.keep("POOL", "jane", PASSWORD);

        assertThatThrownBy(() -> passwords(2).matches(kept, "POOL", "jane", PASSWORD))
                .isInstanceOf(SealBroken.class);
    }

    /** Also after a restart, and on another node: whoever asks twice would else see that there is no such user. */
    @Test
    void somebodyWithoutAPasswordHasTheSameSaltEachTimeAndNobodyElsesIt() {
        SrpVerifier one = passwords.nobodys(new PoolId("us-east-1_POOL"), new Sub("nobody"));

        assertThat(passwords(1).nobodys(new PoolId("us-east-1_POOL"), new Sub("nobody")))
                .isEqualTo(one);
        SrpVerifier other = passwords.nobodys(new PoolId("us-east-1_POOL"), new Sub("nemo"));
        assertThat(other.salt()).isNotEqualTo(one.salt());
        assertThat(other.verifier()).isNotEqualTo(one.verifier());
        assertThat(passwords
                        .nobodys(new PoolId("us-east-1_OTHER"), new Sub("nobody"))
                        .salt())
                .isNotEqualTo(one.salt());
    }
}
