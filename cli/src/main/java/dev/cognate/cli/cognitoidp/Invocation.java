package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.cognitoidp.HttpCall.Timeouts;
import dev.cognate.cli.configuration.Proxies;
import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.configuration.TlsTrust;
import dev.cognate.cli.credentials.CredentialChain;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.json.PythonText;
import dev.cognate.cli.output.OutputFormat;
import dev.cognate.cli.output.Pages;
import dev.cognate.cli.output.Printer;
import dev.cognate.cli.output.Query;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Debug;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Surroundings;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One operation with its arguments: makes the request, has it sent, prints the answer. Reference: oauth-config D. */
final class Invocation {
    private final ApiOperation operation;
    private final Arguments arguments;
    private final Surroundings surroundings;
    private final String userAgent;
    private final Settings settings;
    private final Debug debug;

    Invocation(ApiOperation operation, Arguments arguments, Surroundings surroundings, String userAgent) {
        this.operation = operation;
        this.arguments = arguments;
        this.surroundings = surroundings;
        this.userAgent = userAgent;
        this.settings = new Settings(surroundings.environment(), arguments.global(GlobalOption.PROFILE));
        this.debug = arguments.has(GlobalOption.DEBUG) ? Debug.on(surroundings) : Debug.OFF;
    }

    /**
     * Runs the operation, or prints the sample that is asked for instead.
     *
     * @throws CliError when the arguments are wrong, the call fails, or the service answers with an error
     */
    void run() {
        Printer printer = printer();
        String sample = arguments.skeleton();
        if (sample != null) {
            surroundings.streams().out().print(sample(sample, printer));
            return;
        }
        Entries request = request();
        Paginator paginator = paginator(request);
        UnaryOperator<Entries> service = service();
        if (paginator == null) {
            show(printer.answer(operation.name(), service.apply(request)));
        } else {
            showPages(paginator, service, request, printer);
        }
    }

    /** Page by page as they come, where the form of the answer allows it and no pager waits for the whole. */
    private void showPages(Paginator paginator, UnaryOperator<Entries> service, Entries request, Printer printer) {
        boolean whole = isPaged() && new Display(surroundings, settings).hasPager();
        StringBuilder held = new StringBuilder();
        Consumer<String> sink = whole ? held::append : this::showAtOnce;
        try {
            Pages pages = new Paging(paginator, service)
                    .of(request, arguments.pagings(), page -> sink.accept(printer.page(page, paginator.result())));
            sink.accept(printer.end(operation.name(), pages));
        } finally {
            // Also what was there before something went wrong.
            show(held.toString());
        }
    }

    private void showAtOnce(String text) {
        surroundings.streams().out().print(text);
        surroundings.streams().out().flush();
    }

    private Entries request() {
        return new Request(operation, settings).of(arguments);
    }

    private String sample(String kind, Printer printer) {
        return switch (kind) {
            case "yaml-input" -> SkeletonYaml.of(operation.input());
            case "output" -> {
                request();
                Entries answer = Skeleton.ofAnswer(operation.output());
                yield printer.answer(operation.name(), answer);
            }
            default -> JsonWriter.indented(Skeleton.of(operation.input())) + "\n";
        };
    }

    private void show(String answer) {
        if (!answer.isEmpty()) {
            new Display(surroundings, settings).show(answer, isPaged());
        }
    }

    private boolean isPaged() {
        return !arguments.has(GlobalOption.NO_CLI_PAGER);
    }

    /** Sends a request and reads its answer. */
    private UnaryOperator<Entries> service() {
        Retries retries = new Retries(call(), RetryRule.of(settings), surroundings, userAgent);
        boolean wireTimes = "wire".equals(settings.ofProfile("cli_timestamp_format"));
        return request -> {
            byte[] body = JsonWriter.compact(request).getBytes(StandardCharsets.UTF_8);
            return Answers.of(retries.send(operation.name(), body), operation.output(), wireTimes);
        };
    }

    /** How the pages are read; null when there are none, or when the words ask for a single page. */
    private @Nullable Paginator paginator(Entries request) {
        Map<PagingOption, String> options = arguments.pagings();
        Paginator paginator = Paginator.of(operation.name());
        boolean single = arguments.has(GlobalOption.NO_PAGINATE) || (paginator != null && paginator.isSteered(request));
        if (single && !options.isEmpty()) {
            // The AWS command line says so too where the request steers the pages itself.
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
        String size = options.get(PagingOption.PAGE_SIZE);
        if (paginator != null && size != null) {
            ParameterCheck.check(paginator.bounded(request, size), operation.input());
        }
        return single ? null : paginator;
    }

    private Printer printer() {
        String option = arguments.global(GlobalOption.OUTPUT);
        String configured = option != null ? option : settings.find("output", "AWS_DEFAULT_OUTPUT");
        String word = configured == null ? "json" : configured;
        OutputFormat format = OutputFormat.of(word);
        if (format == null) {
            throw new CliError.General("Unknown output type: " + word);
        }
        return new Printer(
                format,
                Query.of(arguments.global(GlobalOption.QUERY)),
                Look.of(arguments.global(GlobalOption.COLOR), surroundings));
    }

    private HttpCall call() {
        String regionOption = arguments.global(GlobalOption.REGION);
        Endpoint endpoint = settings.endpoint(arguments.global(GlobalOption.ENDPOINT_URL), regionOption);
        String region = settings.region(regionOption, endpoint);
        debug.tell("invocation", operation.name() + " goes to " + endpoint + ", region " + region);
        Timeouts timeouts = new Timeouts(
                milliseconds(GlobalOption.CLI_CONNECT_TIMEOUT), milliseconds(GlobalOption.CLI_READ_TIMEOUT));
        HttpCall.Way way =
                new HttpCall.Way(endpoint, timeouts, trust(), new Proxies(surroundings.environment()).of(endpoint));
        if (!operation.signed() || arguments.has(GlobalOption.NO_SIGN_REQUEST)) {
            return new HttpCall(way, null, debug);
        }
        RequestSigner signer = new RequestSigner(
                new CredentialChain(settings, surroundings, trustInAws()).of(endpoint),
                region,
                surroundings.timing().clock());
        return new HttpCall(way, signer, debug);
    }

    private TlsTrust trust() {
        if (arguments.has(GlobalOption.NO_VERIFY_SSL)) {
            return TlsTrust.inAnybody();
        }
        String option = arguments.global(GlobalOption.CA_BUNDLE);
        return TlsTrust.in(option != null ? option : settings.caBundle());
    }

    /**
     * The trust in the services that give keys. The options speak of the endpoint of the operation: the AWS command line
     * leaves both aside here. A bundle that is given for a server of one's own thus takes nothing from the trust in AWS,
     * only adds to it.
     */
    private TlsTrust trustInAws() {
        String option = arguments.global(GlobalOption.CA_BUNDLE);
        return option != null ? TlsTrust.alsoIn(option) : TlsTrust.in(settings.caBundle());
    }

    private int milliseconds(GlobalOption option) {
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
