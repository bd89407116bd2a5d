package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The resemblance of words; the numbers are those of Python's {@code SequenceMatcher}. */
class CloseMatchesTest {

    @Test
    void resemblanceIsThatOfPython() {
        assertThat(CloseMatches.resemblance("abcd", "bcde")).isCloseTo(0.75, within(1e-9));
        assertThat(CloseMatches.resemblance("resend-confirmation-code", "resend-confirmation-cod"))
                .isCloseTo(0.9787234042553191, within(1e-9));
        assertThat(CloseMatches.resemblance("sign-up", "signup")).isCloseTo(0.9230769230769231, within(1e-9));
        assertThat(CloseMatches.resemblance("", "")).isEqualTo(1);
        assertThat(CloseMatches.resemblance("abc", "xyz")).isZero();
    }

    @Test
    void atMostThreeAreNamedTheClosestFirst() {
        List<String> words = new OperationTable().options();
        assertThat(CloseMatches.of("signup", words)).containsExactly("sign-up");
        assertThat(CloseMatches.of("admin-get-usr", words))
                .startsWith("admin-get-user")
                .hasSizeLessThanOrEqualTo(3);
        assertThat(CloseMatches.of("teapot", words)).isEmpty();
    }
}
