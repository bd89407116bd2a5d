package dev.cognate.cli.cognitoidp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.cognitoidp.Shape.Member;
import dev.cognate.cli.cognitoidp.Shape.Structure;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of answers; the rest is in the text cases. Reference: oauth-config D9. */
class AnswersTest {
    private static final Structure SHAPE = new Structure(List.of(new Member("T", "t", false, new Shape.Time())));

    @ParameterizedTest
    @CsvSource({
        "1716784814.598, 2024-05-27T04:40:14.598000+00:00",
        "1716784814,     2024-05-27T04:40:14+00:00",
        "1716784814.0,   2024-05-27T04:40:14+00:00",
        "1.716784814E9,  2024-05-27T04:40:14+00:00",
        "0,              1970-01-01T00:00:00+00:00",
        "-0.25,          1969-12-31T23:59:59.750000+00:00"
    })
    void timesAreWords(String wire, String words) {
        assertThat(Answers.of("{\"T\":" + wire + "}", SHAPE, false).text("T")).isEqualTo(words);
    }
}
