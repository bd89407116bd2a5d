package dev.cognate.cli.terminal;

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

    private final String text;

    private CliError(String text) {
        super(text, null, false, false);
        this.text = text;
    }

    @Override
    public String getMessage() {
        return text;
    }

    /** The exit status of the process. */
    public abstract int exitStatus();

    /** What standard error says, ending in a newline. */
    public String report() {
        return "\ncognate: [ERROR]: " + getMessage() + "\n";
    }

    /** Words that do not fit the grammar; the report ends with the usage. Exit status 252. */
    public static final class Usage extends CliError {
        private static final long serialVersionUID = 1L;

        public Usage(String message) {
            super("An error occurred (ParamValidation): " + message);
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
            super("Unknown options: " + message);
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

        private Invalid(String message) {
            super(message);
        }

        /** A fault of a parameter, with the name that AWS gives the kind. */
        public static Invalid parameter(String message) {
            return new Invalid("An error occurred (ParamValidation): " + message);
        }

        /** A fault of a global option, which AWS reports without a kind. */
        public static Invalid option(String message) {
            return new Invalid(message);
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
            super("An error occurred (" + kind + "): " + message);
        }

        @Override
        public int exitStatus() {
            return 253;
        }
    }

    /** The service's own error. Exit status 254. */
    public static final class Service extends CliError {
        private static final long serialVersionUID = 1L;

        public Service(String message) {
            super(message);
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
            super(message);
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
            super("");
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
