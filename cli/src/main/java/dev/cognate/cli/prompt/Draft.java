package dev.cognate.cli.prompt;

import dev.cognate.cli.completion.Suggestion;
import java.util.List;

/** A command while it is being written: how it may go on, and what it would do. */
public interface Draft {

    /** All that may stand where the last of the words is begun; it may be empty. */
    List<Suggestion> suggestions(List<String> words);

    /** What the words would do, in lines; none while nobody knows. */
    List<String> preview(List<String> words);

    /** Why there were no suggestions the last time; empty where nothing went wrong. */
    String trouble();
}
