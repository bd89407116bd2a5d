package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.completion.Suggestion;
import java.util.List;

/**
 * A command behind {@code cognito-idp} while it is being written: how it may go on, and what it would do. What the server
 * was asked for is kept, so that nothing is asked twice.
 */
public final class Writing {
    private final Candidates candidates;
    private final Preview preview;
    private final Known known;

    Writing(Candidates candidates, Preview preview, Known known) {
        this.candidates = candidates;
        this.preview = preview;
        this.known = known;
    }

    /** All that may stand where the last of the words is begun; it may be empty. */
    public List<Suggestion> suggestions(List<String> words) {
        return candidates.of(words);
    }

    /** What the words would do, in lines; none before they name an operation. */
    public List<String> preview(List<String> words) {
        return preview.of(words);
    }

    /** Why the server could not be asked for the last suggestions; empty when it could, or need not. */
    public String trouble() {
        return known.trouble();
    }
}
