package dev.cognate.cli;

import dev.cognate.cli.cognitoidp.CognitoIdp;
import dev.cognate.cli.cognitoidp.Writing;
import dev.cognate.cli.completion.Suggestion;
import dev.cognate.cli.completion.Suggestions;
import dev.cognate.cli.prompt.Draft;
import dev.cognate.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;

/** A command of this program while it is being written. */
final class CommandDraft implements Draft {
    private static final String OPERATIONS = "cognito-idp";

    private final Writing writing;
    private final Suggestions suggestions;

    CommandDraft(Surroundings surroundings) {
        writing = new CognitoIdp(Version.userAgent()).writing(surroundings);
        suggestions = new Suggestions(Overview.COMMANDS, writing::suggestions);
    }

    @Override
    public List<Suggestion> suggestions(List<String> words) {
        if (words.isEmpty()) {
            return suggestions.of(words);
        }
        List<String> line = commandFirst(words.subList(0, words.size() - 1));
        line.add(words.getLast());
        return suggestions.of(line);
    }

    @Override
    public List<String> preview(List<String> words) {
        List<String> line = commandFirst(words);
        if (line.isEmpty()) {
            return List.of();
        }
        String command = line.removeFirst();
        return command.equals(OPERATIONS)
                ? writing.preview(line)
                : Overview.COMMANDS.stream()
                        .filter(known -> known.word().equals(command))
                        .map(Suggestion::meaning)
                        .toList();
    }

    /** The words with the command before the global options; none when there is no command yet. */
    private static List<String> commandFirst(List<String> words) {
        List<String> line = new ArrayList<>();
        int position = CognitoIdp.firstPlainWord(words);
        if (position >= 0) {
            line.addAll(words);
            line.addFirst(line.remove(position));
        }
        return line;
    }

    @Override
    public String trouble() {
        return writing.trouble();
    }
}
