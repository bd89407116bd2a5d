package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.CommandOption.Words;
import dev.cognate.cli.terminal.Captured;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a half-written command may go on: operations, options that are not there yet, values of enumerations, and the ids
 * and names that the server knows.
 */
final class Candidates {
    private final OperationTable table;
    private final Program program;
    private final Surroundings surroundings;

    /** @param program runs the calls that ask the server */
    Candidates(OperationTable table, Program program, Surroundings surroundings) {
        this.table = table;
        this.program = program;
        this.surroundings = surroundings;
    }

    /** What the last of the words may become; it may be empty. */
    List<String> of(List<String> words) {
        String begun = words.isEmpty() ? "" : words.getLast();
        List<String> before = words.subList(0, Math.max(0, words.size() - 1));
        int position = CognitoIdp.firstPlainWord(before);
        ApiOperation operation = position < 0 ? null : table.find(before.get(position));
        List<CommandOption> options = new ArrayList<>(CommandOption.globals());
        if (operation != null) {
            options.addAll(0, CommandOption.of(operation));
        }
        List<String> candidates = values(options, before);
        if (candidates == null) {
            candidates = begun.startsWith("-") || operation != null ? flags(options, before) : table.options();
        }
        return candidates.stream()
                .filter(candidate -> candidate.startsWith(begun))
                .toList();
    }

    private static List<String> flags(List<CommandOption> options, List<String> before) {
        return options.stream()
                .map(CommandOption::flag)
                .filter(flag -> !before.contains(flag))
                .toList();
    }

    /** The values of the option that the last whole word is; null when it takes none. */
    private @Nullable List<String> values(List<CommandOption> options, List<String> before) {
        for (CommandOption option : options) {
            if (!before.isEmpty() && option.flag().equals(before.getLast()) && option.words() != Words.NONE) {
                return values(option, before);
            }
        }
        return null;
    }

    private List<String> values(CommandOption option, List<String> before) {
        return switch (option) {
            case CommandOption.Global(GlobalOption global) -> {
                String[] choices = global.choices();
                yield choices == null ? List.of() : List.of(choices);
            }
            case CommandOption.GenerateCliSkeleton _ -> List.of("input", "yaml-input", "output");
            case CommandOption.Value(Shape.Member member) -> values(member, before);
            case CommandOption.Toggle _,
                    CommandOption.CliInput _,
                    CommandOption.Paging _,
                    CommandOption.ClientSecret _ -> List.of();
        };
    }

    private List<String> values(Shape.Member member, List<String> before) {
        Shape shape =
                member.shape() instanceof Shape.Sequence(Shape element, long _, String _) ? element : member.shape();
        if (shape instanceof Shape.Text(long _, List<String> values) && !values.isEmpty()) {
            return values;
        }
        return switch (member.name()) {
            case "UserPoolId" -> known("list-user-pools --max-results 60", "UserPools[].Id", null);
            case "ClientId" -> known("list-user-pool-clients", "UserPoolClients[].ClientId", pool(before));
            case "Username" -> known("list-users --limit 60", "Users[].Username", pool(before));
            case "GroupName" -> known("list-groups", "Groups[].GroupName", pool(before));
            default -> List.of();
        };
    }

    /** The pool that the words name; empty when they name none, which is for the only pool of the server then. */
    private static String pool(List<String> before) {
        int at = before.indexOf("--user-pool-id");
        return at < 0 || at + 1 >= before.size() ? "" : before.get(at + 1);
    }

    /** What the server lists; nothing when it cannot be asked. */
    private List<String> known(String command, String query, @Nullable String pool) {
        String id = pool;
        if (id != null && id.isEmpty()) {
            List<String> pools = known("list-user-pools --max-results 60", "UserPools[].Id", null);
            if (pools.size() != 1) {
                return List.of();
            }
            id = pools.getFirst();
        }
        List<String> words = new ArrayList<>(List.of(command.split(" ", -1)));
        words.addAll(List.of("--output", "text", "--query", query, "--cli-connect-timeout", "1"));
        if (id != null) {
            words.addAll(List.of("--user-pool-id", id));
        }
        Captured answer = Captured.of(program, words, surroundings);
        String text = answer.out().strip();
        return answer.status() != 0 || text.isEmpty() || text.equals("None") ? List.of() : List.of(text.split("\\s+"));
    }
}
