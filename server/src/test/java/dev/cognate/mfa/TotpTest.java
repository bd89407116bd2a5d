package dev.cognate.mfa;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The numbers of RFC 6238, appendix B (the last six digits), and of RFC 4648, section 10. Reference: auth 19.3. */
class TotpTest {
    private static final byte[] SEED = "12345678901234567890".getBytes(US_ASCII);

    /** Clause auth 19.3.t5. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void codesAreThoseOfTheRfc(long seconds, String code) {
        assertThat(Totp.code(SEED, Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"f, MY", "fo, MZXQ", "foo, MZXW6", "foob, MZXW6YQ", "fooba, MZXW6YTB", "foobar, MZXW6YTBOI"})
    void base32IsThatOfTheRfcWithoutPadding(String text, String encoded) {
        assertThat(Totp.base32(text.getBytes(US_ASCII))).isEqualTo(encoded);
    }

    /** Clause auth 19.3.t5. */
    @Test
    void theSeedOfTheVectorsIsTheSecretCodeOfTheReference() {
        assertThat(Totp.base32(SEED)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void thirtySecondsAreOneStep() {
        assertThat(Totp.step(Instant.ofEpochSecond(59))).isEqualTo(1);
        assertThat(Totp.step(Instant.ofEpochSecond(60))).isEqualTo(2);
    }
}
