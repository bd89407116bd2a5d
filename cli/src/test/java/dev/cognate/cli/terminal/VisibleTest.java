package dev.cognate.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Text of strangers, on a terminal that does what it is told. */
class VisibleTest {

    /** What sets titles, moves, paints, rings, answers by itself, and what turns a text around. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1b | \\u001b",
                "07 | \\u0007",
                "08 | \\u0008",
                "7f | \\u007f",
                "00 | \\u0000",
                "0b | \\u000b",
                "9b | \\u009b",
                "9d | \\u009d",
                "90 | \\u0090",
                "202a | \\u202a",
                "202e | \\u202e",
                "2066 | \\u2066",
                "2069 | \\u2069"
            })
    void whatCommandsATerminalIsWrittenOut(String hexadecimal, String shown) throws Exception {
        String character = Character.toString(Integer.parseInt(hexadecimal, 16));
        String text = "a" + character + "]0;b";
        assertThat(Visible.line(text)).isEqualTo("a" + shown + "]0;b");
        assertThat(Visible.lines(text)).isEqualTo("a" + shown + "]0;b");
        assertThat(Visible.is(text)).isFalse();
        assertThat(JsonReader.read(Visible.json(JsonWriter.indented(new Text(text)))))
                .isEqualTo(new Text(text));
        assertThat(Visible.json(JsonWriter.indented(new Text(text)))).doesNotContain(character);
    }

    @Test
    void aLineHasNoBreaks() {
        assertThat(Visible.line("a\nb\r\nc\rd\u0085e\u2028f\u2029g\th")).isEqualTo("a b c d e f g h");
    }

    /** A carriage return alone would let a text write over what stands before it. */
    @Test
    void linesKeepTheirBreaks() {
        assertThat(Visible.lines("a\nb\r\nc\rd\u0085e\u2028f\u2029g\th")).isEqualTo("a\nb\nc\nd\ne\nf\ng\th");
    }

    @Test
    void whatPeopleWriteStaysAsItIs() {
        String text = "Grüße, 日本語, עברית‏, العربية, 👩‍👩‍👧";
        assertThat(Visible.line(text)).isEqualTo(text);
        assertThat(Visible.lines(text)).isEqualTo(text);
        assertThat(Visible.json(text)).isEqualTo(text);
        assertThat(Visible.is(text)).isTrue();
    }
}
