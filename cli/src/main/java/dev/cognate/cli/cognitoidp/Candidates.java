package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.CommandOption.Words;
import dev.cognate.cli.completion.Suggestion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a half-written command may go on: operations, options that are not there yet, values of enumerations, and the ids
 * and names that the server knows.
 */
final class Candidates {
    private static final List<GlobalOption> HIDDEN =
            List.of(GlobalOption.VERSION, GlobalOption.CLI_AUTO_PROMPT, GlobalOption.NO_CLI_AUTO_PROMPT);

    private final OperationTable table;
    private final Known known;
    private final HelpTexts texts = new HelpTexts();

    Candidates(OperationTable table, Known known) {
        this.table = table;
        this.known = known;
    }

    /** All that may stand where the last of the words is begun; the words are those behind {@code cognito-idp}. */
    List<Suggestion> of(List<String> words) {
        String begun = words.isEmpty() ? "" : words.getLast();
        List<String> before = words.subList(0, Math.max(0, words.size() - 1));
        int position = CognitoIdp.firstPlainWord(before);
        ApiOperation operation = position < 0 ? null : table.find(before.get(position));
        List<CommandOption> options = new ArrayList<>(CommandOption.globals());
        if (operation != null) {
            options.addAll(0, CommandOption.of(operation));
        }
        List<Suggestion> values = values(options, before);
        if (values != null) {
            return values;
        }
        return begun.startsWith("-") || operation != null ? flags(options, before) : operations();
    }

    private List<Suggestion> operations() {
        List<Suggestion> operations = new ArrayList<>();
        table.options().forEach(option -> operations.add(new Suggestion(option, texts.operation(option))));
        operations.add(new Suggestion("wait-for-code", "Waits for a message with a code and prints the code."));
        return operations;
    }

    /** Options that are not there yet, those first without which the operation does not go. */
    private List<Suggestion> flags(List<CommandOption> options, List<String> before) {
        List<Suggestion> required = new ArrayList<>();
        List<Suggestion> others = new ArrayList<>();
        for (CommandOption option : options) {
            if (before.contains(option.flag()) || isHidden(option)) {
                continue;
            }
            boolean needed = option instanceof CommandOption.Value(Shape.Member member) && member.required();
            String meaning = texts.option(option);
            Suggestion suggestion = new Suggestion(option.flag(), needed ? "Required. " + meaning : meaning);
            (needed ? required : others).add(suggestion);
        }
        required.addAll(others);
        return required;
    }

    private static boolean isHidden(CommandOption option) {
        return option instanceof CommandOption.Global(GlobalOption global) && HIDDEN.contains(global);
    }

    /** The values of the option that the last whole word is; null when it takes none. */
    private @Nullable List<Suggestion> values(List<CommandOption> options, List<String> before) {
        for (CommandOption option : options) {
            if (!before.isEmpty() && option.flag().equals(before.getLast()) && option.words() != Words.NONE) {
                return values(option, before);
            }
        }
        return null;
    }

    private List<Suggestion> values(CommandOption option, List<String> before) {
        return switch (option) {
            case CommandOption.Global(GlobalOption global) -> {
                String[] choices = global.choices();
                yield choices == null ? List.of() : plain(List.of(choices));
            }
            case CommandOption.GenerateCliSkeleton _ -> plain(List.of("input", "yaml-input", "output"));
            case CommandOption.Value(Shape.Member member) -> values(member, before);
            case CommandOption.Toggle _,
                    CommandOption.CliInput _,
                    CommandOption.Paging _,
                    CommandOption.ClientSecret _ -> List.of();
        };
    }

    private List<Suggestion> values(Shape.Member member, List<String> before) {
        Shape shape =
                member.shape() instanceof Shape.Sequence(Shape element, long _, String _) ? element : member.shape();
        if (shape instanceof Shape.Text(long _, List<String> values) && !values.isEmpty()) {
            return plain(values);
        }
        if (member.name().equals("SecretHash")) {
            return List.of(new Suggestion("auto", "Made from --client-secret, or from COGNATE_CLIENT_SECRET."));
        }
        return known.values(member.name(), before);
    }

    private static List<Suggestion> plain(List<String> words) {
        return words.stream().map(Suggestion::plain).toList();
    }
}
