package dev.cognate.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.completion.Suggestion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The lines of the list of choices. */
class EditorTest {

    @ParameterizedTest
    @CsvSource({
        "20, 'show    Shows a mes…'",
        "30, 'show    Shows a message.'",
        "9, 'show    …'",
        "8, show",
        "4, show",
        "0, show"
    })
    void aMeaningStandsWhereThereIsRoomForIt(int width, String line) {
        assertThat(Editor.shown(new Suggestion("show", "Shows a message."), "delete".length(), width))
                .isEqualTo(line);
    }
}
