package dev.cognate.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The complaints of Python's decoder, recorded from Python 3.11. */
class JsonComplaintTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '`',
            nullValues = "",
            value = {
                "{             ! Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
                "{\"a\"         ! Expecting ':' delimiter: line 1 column 5 (char 4)",
                "{\"a\":        ! Expecting value: line 1 column 6 (char 5)",
                "{\"a\":1       ! Expecting ',' delimiter: line 1 column 7 (char 6)",
                "{\"a\":1,}     ! Expecting property name enclosed in double quotes: line 1 column 8 (char 7)",
                "{a:1}         ! Expecting property name enclosed in double quotes: line 1 column 2 (char 1)",
                "[1,]          ! Expecting value: line 1 column 4 (char 3)",
                "[1 2]         ! Expecting ',' delimiter: line 1 column 4 (char 3)",
                "\"abc         ! Unterminated string starting at: line 1 column 1 (char 0)",
                "\"\\q\"        ! Invalid \\escape: line 1 column 2 (char 1)",
                "\"\\u12\"      ! Invalid \\uXXXX escape: line 1 column 3 (char 2)",
                "1 2           ! Extra data: line 1 column 3 (char 2)",
                "nul           ! Expecting value: line 1 column 1 (char 0)",
                "01            ! Extra data: line 1 column 2 (char 1)",
                "1.            ! Extra data: line 1 column 2 (char 1)",
                "-             ! Expecting value: line 1 column 1 (char 0)",
                "{\"a\" 1}      ! Expecting ':' delimiter: line 1 column 6 (char 5)"
            })
    void brokenTextIsExplained(String text, String complaint) {
        assertThat(complaintAbout(text)).isEqualTo(complaint);
    }

    @Test
    void nothingIsNoValue() {
        assertThat(complaintAbout("")).isEqualTo("Expecting value: line 1 column 1 (char 0)");
    }

    @Test
    void linesAndColumnsAreCounted() {
        assertThat(complaintAbout("{\n  \"a\": 1\n  \"b\": 2\n}"))
                .isEqualTo("Expecting ',' delimiter: line 3 column 3 (char 13)");
        assertThat(complaintAbout("[\"a\nb\"]")).isEqualTo("Invalid control character at: line 1 column 4 (char 3)");
    }

    @Test
    void textThatIsFarTooDeepIsRefused() {
        assertThat(complaintAbout("[".repeat(100_000))).startsWith("Expecting value: line 1 column");
    }

    private static String complaintAbout(String text) {
        String[] complaint = new String[1];
        assertThatExceptionOfType(JsonReader.Malformed.class)
                .isThrownBy(() -> JsonReader.read(text))
                .satisfies(malformed -> complaint[0] = malformed.getMessage());
        return complaint[0];
    }
}
