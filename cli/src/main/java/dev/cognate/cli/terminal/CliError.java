package dev.cognate.cli.terminal;

import java.util.Map;

/**
 * A reason to stop: what standard error says, and the exit status. The kinds are those of the AWS command line, version
 * 2. Reference: oauth-config D11.
 */
public abstract sealed class CliError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The lines that follow a wrong usage. */
    public static final String USAGE = """
            usage: cognate [options] <command> <subcommand> [<subcommand> ...] [parameters]
            To see help text, you can run:

              cognate help
              cognate <command> help
              cognate <command> <subcommand> help
            """;

    private static final String PARAMETER = "ParamValidation";

    private final String text;
    private final Details details;

    private CliError(String text, Details details) {
        super(text, null, false, false);
        this.text = text;
        this.details = details;
    }

    private static Details ofKind(String kind, String message) {
        return new Details(kind, message, Map.of());
    }

    private static String sentence(String kind, String message) {
        return "An error occurred (" + kind + "): " + message;
    }

    /**
     * What an error is made of, for programs.
     *
     * @param code the name of its kind
     * @param message what happened, without the kind
     * @param members further members of an error of the service, with their values
     */
    public record Details(String code, String message, Map<String, String> members) {
        public Details {
            members = Map.copyOf(members);
        }
    }

    /** What the error is made of. */
    public Details details() {
        return details;
    }

    /** Whether programs may have the error in a form of theirs; some errors are for people only. */
    public boolean isStructured() {
        return true;
    }

    @Override
    public String getMessage() {
        return text;
    }

    /** The exit status of the process. */
    public abstract int exitStatus();

    /** What standard error says, ending in a newline. */
    public String report() {
        return plainReport();
    }

    /** The sentence alone, ending in a newline. */
    public final String plainReport() {
        return "\ncognate: [ERROR]: " + text + "\n";
    }

    /** Words that do not fit the grammar; the report ends with the usage. Exit status 252. */
    public static final class Usage extends CliError {
        private static final long serialVersionUID = 1L;

        public Usage(String message) {
            super(sentence(PARAMETER, message), ofKind(PARAMETER, message));
        }

        @Override
        public int exitStatus() {
            return 252;
        }

        @Override
        public String report() {
            return super.report() + "\n" + USAGE;
        }
    }

    /** Options that no one knows; the usage comes first, without a prefix. Exit status 252. */
    public static final class UnknownOptions extends CliError {
        private static final long serialVersionUID = 1L;

        /** @param message the options, and a suggestion on further lines if there is one */
        public UnknownOptions(String message) {
            super("Unknown options: " + message, ofKind(PARAMETER, "Unknown options: " + message));
        }

        @Override
        public boolean isStructured() {
            return false;
        }

        @Override
        public int exitStatus() {
            return 252;
        }

        @Override
        public String report() {
            return "\n" + USAGE + "\n" + getMessage() + "\n";
        }
    }

    /** A value that cannot be right, found before any call. Exit status 252. */
    public static final class Invalid extends CliError {
        private static final long serialVersionUID = 1L;

        private Invalid(String text, String message) {
            super(text, ofKind(PARAMETER, message));
        }

        /** A fault of a parameter, with the name that AWS gives the kind. */
        public static Invalid parameter(String message) {
            return new Invalid(sentence(PARAMETER, message), message);
        }

        /** A fault of a global option, which AWS reports without a kind. */
        public static Invalid option(String message) {
            return new Invalid(message, message);
        }

        /** An option's value that cannot be read. */
        public static Invalid parsing(String option, String message) {
            return parameter("Error parsing parameter '" + option + "': " + message);
        }

        @Override
        public int exitStatus() {
            return 252;
        }
    }

    /** Something to be configured first: a region, credentials. Exit status 253. */
    public static final class Configuration extends CliError {
        private static final long serialVersionUID = 1L;

        public Configuration(String kind, String message) {
            super(sentence(kind, message), ofKind(kind, message));
        }

        @Override
        public int exitStatus() {
            return 253;
        }
    }

    /** The service's own error. Exit status 254. */
    public static final class Service extends CliError {
        private static final long serialVersionUID = 1L;

        /** @param text the whole complaint, without what the details add */
        public Service(String text, Details details) {
            super(text, details);
        }

        /** The complaint, with the details of the error on lines of their own. */
        @Override
        public String report() {
            StringBuilder lines = new StringBuilder();
            details()
                    .members()
                    .forEach((name, value) ->
                            lines.append('\n').append(name).append(": ").append(value));
            return lines.isEmpty() ? super.report() : super.report() + "\nAdditional error details:" + lines + "\n";
        }

        @Override
        public int exitStatus() {
            return 254;
        }
    }

    /** Anything else: no connection, an unreadable file, a bad number. Exit status 255. */
    public static final class General extends CliError {
        private static final long serialVersionUID = 1L;

        public General(String message) {
            super(message, ofKind("General", message));
        }

        @Override
        public int exitStatus() {
            return 255;
        }
    }

    /** Ctrl-C while waiting. Exit status 130. */
    public static final class Interrupted extends CliError {
        private static final long serialVersionUID = 1L;

        public Interrupted() {
            super("", ofKind("Interrupted", ""));
        }

        @Override
        public boolean isStructured() {
            return false;
        }

        @Override
        public int exitStatus() {
            return 130;
        }

        @Override
        public String report() {
            return "\n";
        }
    }
}
