package dev.cognate.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a log may hold of another system's answer. */
class SafeTextTest {
    private final Message plain = new Samples.Maker(new TestClock()).email("jane");

    private Message withPassword(String password) {
        return new Message(
                plain.id(),
                plain.pool(),
                plain.client(),
                plain.username(),
                plain.triggerSource(),
                plain.medium(),
                plain.destination(),
                plain.subject(),
                plain.body(),
                password,
                null,
                plain.createdAt(),
                plain.sender());
    }

    /** A body that is quoted has the password in HTML, in JSON, or in both. */
    @ParameterizedTest
    @ValueSource(strings = {"p<a&s\"s\\1", "p&lt;a&amp;s&quot;s\\1", "p<a&s\\\"s\\\\1", "p&lt;a&amp;s&quot;s\\\\1"})
    void aSecretIsHiddenInEveryFormInWhichItWasSent(String quoted) {
        assertThat(SafeText.of("Rejected: [" + quoted + "]", withPassword("p<a&s\"s\\1")))
                .isEqualTo("Rejected: [***]");
    }

    @Test
    void aLongAnswerOfManyLinesBecomesOneShortLine() {
        assertThat(SafeText.of("a\r\n\tb" + "c".repeat(300), plain))
                .startsWith("a bc")
                .hasSize(200);
    }
}
