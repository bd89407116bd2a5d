package dev.cognate.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Text of strangers in the lists of the server's commands. */
final class VisibleTest {

    @Test
    void whatCommandsATerminalIsWrittenOut() {
        assertThat(Visible.line("\u001b]0;t\u0007\u009b31m\u202ex\u2066"))
                .isEqualTo("\\u001b]0;t\\u0007\\u009b31m\\u202ex\\u2066");
    }

    @Test
    void aLineStaysOne() {
        assertThat(Visible.line("a\nb\tc\u2028d")).isEqualTo("a b c d");
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        assertThat(Visible.line("Grüße, 日本語, עברית, 👩‍👩‍👧")).isEqualTo("Grüße, 日本語, עברית, 👩‍👩‍👧");
    }
}
