package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.terminal.Screen;
import dev.cognate.cli.terminal.Surroundings;
import java.util.List;

/** Shows text to whoever asked: in the pager on a terminal, as it is elsewhere. Reference: oauth-config D14. */
record Display(Surroundings surroundings, Settings settings) {

    /** Whether text that may be paged is. */
    boolean hasPager() {
        return surroundings.screen() != null && !settings.pager().isEmpty();
    }

    /** @param paged whether the pager may be used */
    void show(String text, boolean paged) {
        Screen screen = surroundings.screen();
        List<String> words = screen == null || !paged ? List.of() : settings.pager();
        if (screen != null && !words.isEmpty()) {
            surroundings.streams().flush();
            if (screen.pager().show(text, words)) {
                return;
            }
        }
        surroundings.streams().out().print(text);
    }
}
