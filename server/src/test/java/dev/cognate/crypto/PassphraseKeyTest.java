package dev.cognate.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What seals secrets in files. */
class PassphraseKeyTest {
    private static final byte[] SECRET = "a client secret".getBytes(StandardCharsets.UTF_8);

    private final PassphraseKey key = PassphraseKey.of("correct horse", "pool");

    @Test
    void whatIsSealedOpensAgainAndIsTheSameEachTime() {
        String sealed = key.seal(SECRET, "here");

        assertThat(key.open(sealed, "here")).isEqualTo(SECRET);
        assertThat(PassphraseKey.of("correct horse", "pool").seal(SECRET, "here"))
                .isEqualTo(sealed);
        assertThat(Base64.getDecoder().decode(sealed)).hasSize(12 + SECRET.length + 16);
    }

    /** A nonce that two secrets shared would give both away. */
    @Test
    void otherSecretsAndPlacesHaveOtherNonces() {
        byte[] other = "A client secret".getBytes(StandardCharsets.UTF_8);

        assertThat(nonce(key.seal(other, "here"))).isNotEqualTo(nonce(key.seal(SECRET, "here")));
        assertThat(nonce(key.seal(SECRET, "there"))).isNotEqualTo(nonce(key.seal(SECRET, "here")));
        assertThat(nonce(key.seal("bc".getBytes(StandardCharsets.UTF_8), "a")))
                .isNotEqualTo(nonce(key.seal("c".getBytes(StandardCharsets.UTF_8), "ab")));
    }

    private static String nonce(String sealed) {
        return sealed.substring(0, 16);
    }

    @Test
    void elsewhereAndUnderAnotherPassphraseOrLabelItDoesNotOpen() {
        String sealed = key.seal(SECRET, "here");

        assertThatThrownBy(() -> key.open(sealed, "there")).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> PassphraseKey.of("correct hors", "pool").open(sealed, "here"))
                .isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> PassphraseKey.of("correct horse", "another").open(sealed, "here"))
                .isInstanceOf(SealBroken.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no Base64!"})
    void whatIsNoSealDoesNotOpen(String text) {
        assertThatThrownBy(() -> key.open(text, "here")).isInstanceOf(SealBroken.class);
    }

    @Test
    void itIsNeverPrinted() {
        assertThat(key).hasToString("PassphraseKey[***]");
    }
}
