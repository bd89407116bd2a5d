package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.output.ErrorFormat;
import dev.cognate.cli.output.OutputFormat;
import org.jspecify.annotations.Nullable;

/** The options that every operation takes, and that may stand anywhere. Reference: oauth-config D12. */
enum GlobalOption {
    DEBUG("--debug", Arity.NONE),
    ENDPOINT_URL("--endpoint-url", Arity.ONE),
    NO_VERIFY_SSL("--no-verify-ssl", Arity.NONE),
    NO_PAGINATE("--no-paginate", Arity.NONE),
    OUTPUT("--output", Arity.ONE),
    QUERY("--query", Arity.ONE),
    PROFILE("--profile", Arity.ONE),
    REGION("--region", Arity.ONE),
    VERSION("--version", Arity.NONE),
    COLOR("--color", Arity.ONE),
    NO_SIGN_REQUEST("--no-sign-request", Arity.NONE),
    CA_BUNDLE("--ca-bundle", Arity.ONE),
    CLI_READ_TIMEOUT("--cli-read-timeout", Arity.ONE),
    CLI_CONNECT_TIMEOUT("--cli-connect-timeout", Arity.ONE),
    CLI_BINARY_FORMAT("--cli-binary-format", Arity.ONE),
    NO_CLI_PAGER("--no-cli-pager", Arity.NONE),
    CLI_AUTO_PROMPT("--cli-auto-prompt", Arity.NONE),
    NO_CLI_AUTO_PROMPT("--no-cli-auto-prompt", Arity.NONE),
    CLI_ERROR_FORMAT("--cli-error-format", Arity.ONE);

    /** Whether a value follows. */
    enum Arity {
        NONE,
        ONE
    }

    private final String flag;
    private final Arity arity;

    GlobalOption(String flag, Arity arity) {
        this.flag = flag;
        this.arity = arity;
    }

    String flag() {
        return flag;
    }

    boolean takesValue() {
        return arity == Arity.ONE;
    }

    /** What it does, in a sentence for the help. */
    String meaning() {
        return switch (this) {
            case DEBUG -> "Tells on standard error what happens, but never what is said.";
            case ENDPOINT_URL ->
                "Where requests go, instead of http://127.0.0.1:2646; the word aws stands for AWS itself.";
            case NO_VERIFY_SSL -> "Trusts any certificate of the server.";
            case NO_PAGINATE -> "Reads a single page of a list.";
            case OUTPUT -> "The form of the answer: json, text, table, yaml, yaml-stream or off.";
            case QUERY -> "A JMESPath expression that picks what is printed.";
            case PROFILE -> "The profile of the AWS configuration files that is used.";
            case REGION -> "The region that requests are signed for.";
            case VERSION -> "Prints the version of this program.";
            case COLOR -> "Whether tables have colours: on, off, or auto for terminals only.";
            case NO_SIGN_REQUEST -> "Leaves the signature out and looks for no credentials.";
            case CA_BUNDLE -> "A file of certificates, PEM, that are trusted instead of the usual ones.";
            case CLI_READ_TIMEOUT -> "How many seconds to wait for an answer; 60 unless told otherwise, 0 for ever.";
            case CLI_CONNECT_TIMEOUT ->
                "How many seconds to wait for a connection; 60 unless told otherwise, 0 for ever.";
            case CLI_BINARY_FORMAT -> "Whether bytes are given as base64, or as they are: raw-in-base64-out.";
            case NO_CLI_PAGER -> "Prints long answers without stopping at each page.";
            case CLI_AUTO_PROMPT -> "Lets the command be completed in a line editor that knows what may come next.";
            case NO_CLI_AUTO_PROMPT -> "Runs the command as it is, whatever the configuration says.";
            case CLI_ERROR_FORMAT -> "The form of errors: enhanced, legacy, json, yaml, text or table.";
        };
    }

    /** The values that it may have; null when they are free. */
    String @Nullable [] choices() {
        return switch (this) {
            case OUTPUT -> OutputFormat.words().toArray(String[]::new);
            case COLOR -> new String[] {"on", "off", "auto"};
            case CLI_ERROR_FORMAT -> ErrorFormat.words().toArray(String[]::new);
            case CLI_BINARY_FORMAT -> new String[] {"base64", "raw-in-base64-out"};
            case DEBUG,
                    ENDPOINT_URL,
                    NO_VERIFY_SSL,
                    NO_PAGINATE,
                    QUERY,
                    PROFILE,
                    REGION,
                    VERSION,
                    NO_SIGN_REQUEST,
                    CA_BUNDLE,
                    CLI_READ_TIMEOUT,
                    CLI_CONNECT_TIMEOUT,
                    NO_CLI_PAGER,
                    CLI_AUTO_PROMPT,
                    NO_CLI_AUTO_PROMPT -> null;
        };
    }
}
