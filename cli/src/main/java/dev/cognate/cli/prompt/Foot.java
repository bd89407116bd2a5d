package dev.cognate.cli.prompt;

import dev.cognate.cli.terminal.Visible;
import java.util.ArrayList;
import java.util.List;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What stands below the line: what it would do, what went wrong with the suggestions, and the keys. */
final class Foot {
    private static final String KEYS = "Tab shows what may come next, Enter runs the line, Ctrl-C leaves.";

    private final Draft draft;
    private final Terminal terminal;
    private String line = "";
    private List<String> preview = List.of();

    Foot(Draft draft, Terminal terminal) {
        this.draft = draft;
        this.terminal = terminal;
    }

    /** The lines, each cut where the terminal ends. */
    AttributedString below(String written) {
        if (!written.equals(line)) {
            line = written;
            ShellWords words = ShellWords.of(written, -1);
            preview = words.isOpen() ? List.of("Not yet: a quote is open") : draft.preview(words.words());
        }
        List<String> lines = new ArrayList<>(preview);
        if (!draft.trouble().isEmpty()) {
            lines.add("The server could not be asked: " + draft.trouble());
        }
        lines.add(KEYS);
        return drawn(lines);
    }

    private AttributedString drawn(List<String> lines) {
        int width = Math.max(1, terminal.getColumns() - 1);
        AttributedStringBuilder text = new AttributedStringBuilder();
        text.style(AttributedStyle.DEFAULT.faint());
        for (String whole : lines) {
            // It may quote what a server said, or what was pasted.
            String each = Visible.line(whole);
            text.append(text.length() == 0 ? "" : "\n");
            text.append(each.length() <= width ? each : each.substring(0, width));
        }
        return text.toAttributedString();
    }
}
