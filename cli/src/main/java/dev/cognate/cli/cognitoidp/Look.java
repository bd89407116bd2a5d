package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.output.TableOutput;
import dev.cognate.cli.terminal.Screen;
import dev.cognate.cli.terminal.Surroundings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How wide and how colourful tables are. Reference: oauth-config D9, D12. */
final class Look {
    /** How wide a table may be where nobody knows how wide the terminal is. */
    private static final int PLAIN_COLUMNS = 80;

    private Look() {}

    /**
     * The look in these surroundings: colours when {@code --color} says so, else on a terminal that has them, unless
     * {@code NO_COLOR} is set (no-color.org).
     */
    static TableOutput.Look of(@Nullable String color, Surroundings surroundings) {
        Screen screen = surroundings.screen();
        Map<String, String> variables = surroundings.environment().variables();
        boolean plain = !variables.getOrDefault("NO_COLOR", "").isEmpty() || "dumb".equals(variables.get("TERM"));
        boolean coloured = "on".equals(color) || (!"off".equals(color) && screen != null && !plain);
        return new TableOutput.Look(screen == null ? PLAIN_COLUMNS : screen.columns(), coloured);
    }
}
