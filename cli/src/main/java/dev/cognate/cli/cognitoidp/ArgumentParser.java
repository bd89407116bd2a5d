package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.CommandOption.Words;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.terminal.CliError;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Sorts the words of a command line into options and their values, by the rules of Python's argparse as the AWS command
 * line uses it: {@code --name value} or {@code --name=value}, names shortened as far as they stay unique, global options
 * anywhere and found first. Reference: oauth-config D1.
 */
final class ArgumentParser {
    private final List<CommandOption> globals = CommandOption.globals();
    private final List<CommandOption> own;
    private final Arguments arguments = new Arguments();
    private final Deque<String> rest = new ArrayDeque<>();

    private ArgumentParser(List<CommandOption> own) {
        this.own = own;
    }

    /** Whether the word is a global option whose value is the next word. */
    static boolean takesNextWord(String word) {
        Spelled spelled = new ArgumentParser(List.of()).spelled(word);
        return spelled != null && spelled.value() == null && spelled.option().words() == Words.ONE;
    }

    /**
     * The words of a call, without the operation's name.
     *
     * @throws CliError.Usage when an option lacks its value, is cut too short, or a required one is missing
     * @throws CliError.UnknownOptions when words are left over
     */
    static Arguments of(ApiOperation operation, List<String> words) {
        ArgumentParser parser = new ArgumentParser(CommandOption.of(operation));
        Arguments arguments = parser.parse(words);
        requireAll(operation, arguments);
        if (!arguments.unknown().isEmpty()) {
            throw parser.unknownOptions();
        }
        return arguments;
    }

    private Arguments parse(List<String> words) {
        rest.addAll(words);
        while (!rest.isEmpty()) {
            String word = rest.removeFirst();
            Spelled spelled = spelled(word);
            if (spelled == null) {
                arguments.noteUnknown(word);
            } else {
                note(spelled);
            }
        }
        return arguments;
    }

    /** An option, and the value that was written in the same word after {@code =}. */
    private record Spelled(CommandOption option, @Nullable String value) {}

    private @Nullable Spelled spelled(String word) {
        if (!word.startsWith("--") || word.length() == 2) {
            return null;
        }
        int equals = word.indexOf('=');
        String name = equals < 0 ? word : word.substring(0, equals);
        CommandOption option = exact(name, globals);
        option = option != null ? option : exact(name, own);
        option = option != null ? option : shortened(name, globals);
        option = option != null ? option : shortened(name, own);
        return option == null ? null : new Spelled(option, equals < 0 ? null : word.substring(equals + 1));
    }

    private static @Nullable CommandOption exact(String name, List<CommandOption> options) {
        for (CommandOption option : options) {
            if (option.flag().equals(name)) {
                return option;
            }
        }
        return null;
    }

    private static @Nullable CommandOption shortened(String name, List<CommandOption> options) {
        List<CommandOption> matches = new ArrayList<>();
        for (CommandOption option : options) {
            if (option.flag().startsWith(name) && !(option instanceof CommandOption.ClientSecret)) {
                matches.add(option);
            }
        }
        if (matches.size() > 1) {
            throw new CliError.Usage("ambiguous option: " + name + " could match " + flags(matches));
        }
        return matches.isEmpty() ? null : matches.getFirst();
    }

    private void note(Spelled spelled) {
        CommandOption option = spelled.option();
        List<String> words = spelled.value() == null ? following(option) : List.of(spelled.value());
        if (option.words() == Words.NONE && !words.isEmpty()) {
            throw new CliError.Usage(
                    "argument " + option.flag() + ": ignored explicit argument '" + words.getFirst() + "'");
        }
        checkChoice(option, words);
        checkNumber(option, words);
        arguments.note(option, words);
    }

    private List<String> following(CommandOption option) {
        List<String> words = new ArrayList<>();
        int most = switch (option.words()) {
            case NONE -> 0;
            case ONE, AT_MOST_ONE -> 1;
            case ANY -> Integer.MAX_VALUE;
        };
        while (words.size() < most && !rest.isEmpty() && !looksLikeOption(rest.getFirst())) {
            words.add(rest.removeFirst());
        }
        if (option.words() == Words.ONE && words.isEmpty()) {
            throw new CliError.Usage("argument " + option.flag() + ": expected one argument");
        }
        return words;
    }

    private boolean looksLikeOption(String word) {
        if (word.length() < 2 || word.charAt(0) != '-') {
            return false;
        }
        if (spelled(word) != null) {
            return true;
        }
        return !isNegativeNumber(word) && word.indexOf(' ') < 0;
    }

    private static boolean isNegativeNumber(String word) {
        int points = 0;
        for (int i = 1; i < word.length(); i++) {
            char c = word.charAt(i);
            points += c == '.' ? 1 : 0;
            if ((c < '0' || c > '9') && c != '.') {
                return false;
            }
        }
        return points == 0 || (points == 1 && !word.endsWith("."));
    }

    private static void checkChoice(CommandOption option, List<String> words) {
        String[] choices = switch (option) {
            case CommandOption.Global(GlobalOption global) -> global.choices();
            case CommandOption.GenerateCliSkeleton _ -> new String[] {"input", "yaml-input", "output"};
            case CommandOption.Value _,
                    CommandOption.Toggle _,
                    CommandOption.CliInput _,
                    CommandOption.Paging _,
                    CommandOption.ClientSecret _ -> null;
        };
        if (choices != null && !words.isEmpty() && !List.of(choices).contains(words.getFirst())) {
            throw CloseMatches.invalidChoice(option.flag(), words.getFirst(), List.of(choices));
        }
    }

    private static void checkNumber(CommandOption option, List<String> words) {
        if (option instanceof CommandOption.Paging(PagingOption paging)
                && paging.isNumber()
                && PythonText.integer(words.getFirst()) == null) {
            throw new CliError.Usage("argument " + paging.flag() + ": invalid int value: '" + words.getFirst() + "'");
        }
    }

    private static void requireAll(ApiOperation operation, Arguments arguments) {
        if (!arguments.documents().isEmpty()
                || (arguments.skeleton() != null && !arguments.skeleton().equals("output"))) {
            return;
        }
        StringBuilder missing = new StringBuilder();
        for (Shape.Member member : operation.input().members()) {
            if (member.required() && !arguments.has(member)) {
                missing.append(missing.isEmpty() ? "" : ", ").append("--").append(member.option());
            }
        }
        if (!missing.isEmpty()) {
            throw new CliError.Usage("the following arguments are required: " + missing);
        }
    }

    private CliError unknownOptions() {
        List<String> known = new ArrayList<>();
        own.forEach(option -> known.add(option.flag()));
        globals.forEach(option -> known.add(option.flag()));
        StringBuilder text = new StringBuilder(String.join(", ", arguments.unknown()));
        for (String word : arguments.unknown()) {
            if (word.startsWith("--")) {
                text.append(CloseMatches.suggestion(word, known));
            }
        }
        return new CliError.UnknownOptions(text.toString());
    }

    private static String flags(List<CommandOption> options) {
        StringBuilder flags = new StringBuilder();
        for (CommandOption option : options) {
            flags.append(flags.isEmpty() ? "" : ", ").append(option.flag());
        }
        return flags.toString();
    }
}
