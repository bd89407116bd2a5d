package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.HttpCall.Timeouts;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.output.OutputFormat;
import dev.cognate.cli.output.Printer;
import dev.cognate.cli.output.Query;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Program;
import dev.cognate.cli.terminal.Surroundings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The command {@code cognate cognito-idp <operation> [options]}: what {@code aws cognito-idp} does, for all operations of
 * the API. Reference: oauth-config D.
 */
public final class CognitoIdp implements Program {
    /** How wide a table may be where nobody knows how wide the terminal is. */
    private static final int PLAIN_COLUMNS = 80;

    private final OperationTable table = new OperationTable();
    private final String userAgent;

    /** @param userAgent names this program and its version to the server */
    public CognitoIdp(String userAgent) {
        this.userAgent = userAgent;
    }

    /**
     * Runs one operation; the words are those behind {@code cognito-idp} and any global option before it.
     *
     * @return 0, as errors are thrown
     * @throws CliError when the words are wrong, the call fails, or the service answers with an error
     */
    @Override
    public int run(List<String> words, Surroundings surroundings) {
        int position = firstPlainWord(words);
        if (position < 0) {
            throw new CliError.Usage("the following arguments are required: operation");
        }
        String option = words.get(position);
        if (option.equals("help")) {
            surroundings.streams().out().print(OperationHelp.ofAll(table.options()));
            return 0;
        }
        ApiOperation operation = table.find(option);
        if (operation == null) {
            throw CloseMatches.invalidChoice("operation", option, table.options());
        }
        List<String> others = new ArrayList<>(words);
        others.remove(position);
        if (others.equals(List.of("help"))) {
            surroundings.streams().out().print(OperationHelp.of(operation));
            return 0;
        }
        run(operation, ArgumentParser.of(operation, others), surroundings);
        return 0;
    }

    /** Where the first word stands that is neither an option nor the value of a global one; -1 without such a word. */
    public static int firstPlainWord(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("-")) {
                return i;
            }
            if (ArgumentParser.takesNextWord(word)) {
                i++;
            }
        }
        return -1;
    }

    /** The error about a command that does not exist, with those that it resembles. */
    public static CliError unknownCommand(String command, List<String> commands) {
        return CloseMatches.invalidChoice("command", command, commands);
    }

    private static String sample(ApiOperation operation, String kind) {
        return switch (kind) {
            case "input" -> JsonWriter.indented(Skeleton.of(operation.input())) + "\n";
            case "yaml-input" -> SkeletonYaml.of(operation.input());
            default ->
                throw new CliError.Usage("argument --generate-cli-skeleton: " + kind
                        + " is not supported by this version of cognate yet");
        };
    }

    private void run(ApiOperation operation, Arguments arguments, Surroundings surroundings) {
        Printer printer = printer(arguments, surroundings);
        if (arguments.skeleton() != null) {
            surroundings.streams().out().print(sample(operation, arguments.skeleton()));
            return;
        }
        Entries request = new Request(operation, surroundings.environment()).of(arguments);
        HttpCall call = call(operation, arguments, surroundings);
        UnaryOperator<Entries> service = asked -> Answers.of(
                new Retries(call, surroundings, userAgent)
                        .send(operation.name(), JsonWriter.compact(asked).getBytes(StandardCharsets.UTF_8)),
                operation.output());
        Paginator paginator = paginator(operation, request, arguments, surroundings);
        surroundings
                .streams()
                .out()
                .print(
                        paginator == null
                                ? printer.answer(operation.name(), service.apply(request))
                                : printer.pages(
                                        operation.name(),
                                        new Paging(paginator, service).of(request, arguments.pagings())));
    }

    /** How the pages are read; null when there are none, or when the words ask for a single page. */
    private static @Nullable Paginator paginator(
            ApiOperation operation, Entries request, Arguments arguments, Surroundings surroundings) {
        Map<PagingOption, String> options = arguments.pagings();
        if (arguments.has(GlobalOption.NO_PAGINATE) && !options.isEmpty()) {
            throw CliError.Invalid.parameter("Cannot specify --no-paginate along with pagination arguments: "
                    + String.join(
                            ", ",
                            options.keySet().stream()
                                    .map(PagingOption::flag)
                                    .sorted()
                                    .toList()));
        }
        String most = options.get(PagingOption.MAX_ITEMS);
        if (most != null && new BigInteger(most.strip().replace("_", "")).signum() <= 0) {
            surroundings
                    .streams()
                    .err()
                    .println("warning: Non-positive values for --max-items may result in undefined behavior.");
        }
        Paginator paginator = Paginator.of(operation.name());
        boolean single = arguments.has(GlobalOption.NO_PAGINATE) || (paginator != null && paginator.isSteered(request));
        return single ? null : paginator;
    }

    private static Printer printer(Arguments arguments, Surroundings surroundings) {
        String option = arguments.global(GlobalOption.OUTPUT);
        String configured = surroundings.environment().first("AWS_DEFAULT_OUTPUT");
        String word = option != null ? option : configured == null ? "json" : configured;
        OutputFormat format = OutputFormat.of(word);
        if (format == null) {
            throw new CliError.General("Unknown output type: " + word);
        }
        boolean coloured = "on".equals(arguments.global(GlobalOption.COLOR));
        return new Printer(format, Query.of(arguments.global(GlobalOption.QUERY)), PLAIN_COLUMNS, coloured);
    }

    private static HttpCall call(ApiOperation operation, Arguments arguments, Surroundings surroundings) {
        Endpoint endpoint = Endpoint.of(arguments.global(GlobalOption.ENDPOINT_URL), surroundings.environment());
        String region = endpoint.region(arguments.global(GlobalOption.REGION), surroundings.environment());
        Timeouts timeouts = new Timeouts(
                milliseconds(arguments, GlobalOption.CLI_CONNECT_TIMEOUT),
                milliseconds(arguments, GlobalOption.CLI_READ_TIMEOUT));
        if (!operation.signed() || arguments.has(GlobalOption.NO_SIGN_REQUEST)) {
            return new HttpCall(endpoint, timeouts, null);
        }
        Credentials credentials = Credentials.find(surroundings.environment(), endpoint);
        return new HttpCall(
                endpoint,
                timeouts,
                new RequestSigner(credentials, region, surroundings.timing().clock()));
    }

    private static int milliseconds(Arguments arguments, GlobalOption option) {
        String text = arguments.global(option);
        String digits = PythonText.integer(text == null ? "60" : text);
        if (digits == null) {
            throw new CliError.General("invalid literal for int() with base 10: '" + text + "'");
        }
        if (digits.startsWith("-") || digits.length() > 6) {
            throw new CliError.Usage(
                    "argument " + option.flag() + ": a number of seconds from 0 to 999999 is expected");
        }
        return Integer.parseInt(digits) * 1000;
    }
}
