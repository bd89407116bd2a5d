package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.Case;
import dev.cognate.cli.terminal.CliError;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where version 2 of the AWS command line, and so this program, does otherwise than version 1: rule by rule. Each rule
 * knows what version 1 says by how it begins, and turns it into what version 2 says. Reference: oauth-config D11, D15.
 */
enum Differences {
    /** Version 1 fails to print where shorthand went wrong; version 2 shows the input with a mark below it. */
    LOCATION(
            Pattern.compile(
                    "\n(?<text>Error parsing parameter .* for input:\n)\\{self._error_location\\(\\)\\}\n",
                    Pattern.DOTALL),
            252) {
        @Override
        String told(String text) {
            return "\ncognate: [ERROR]: An error occurred (ParamValidation): " + text + OWN_WORDS;
        }
    },
    /** Version 1 lists all choices, version 2 names the wrong one and those that resemble it. */
    CHOICE(
            Pattern.compile(
                    "%USAGE%\naws: error: (?<text>argument [a-z-]*: )Invalid choice, valid choices are:\n.*",
                    Pattern.DOTALL),
            252) {
        @Override
        String told(String text) {
            return "\ncognate: [ERROR]: An error occurred (ParamValidation): " + text + "Found invalid choice '"
                    + OWN_WORDS;
        }
    },
    /** What is wrong with an expression is told in the words of the library that reads it. */
    EXPRESSION(Pattern.compile("\n(?<text>Bad value for --query [^:]*: )Expecting: .*", Pattern.DOTALL), 252) {
        @Override
        String told(String text) {
            return "\ncognate: [ERROR]: " + text + OWN_WORDS;
        }
    },
    /** Words that do not fit: the usage comes last, the status is 252. */
    USAGE(Pattern.compile("%USAGE%\naws: error: (?<text>.*)\n", Pattern.DOTALL), 252) {
        @Override
        String told(String text) {
            return "\ncognate: [ERROR]: An error occurred (ParamValidation): " + text + "\n\n" + CliError.USAGE;
        }
    },
    /** Options that no one knows: the usage comes first, the status is 252. */
    UNKNOWN_OPTIONS(Pattern.compile("%USAGE%\n\n(?<text>Unknown options: .*)\n", Pattern.DOTALL), 252) {
        @Override
        String told(String text) {
            return "\n" + CliError.USAGE + "\n" + text + "\n";
        }
    },
    /** An error of the service has a status of its own, 254. */
    SERVICE(Pattern.compile("\n(?<text>An error occurred \\(.*\\) when calling the .*)\n", Pattern.DOTALL), 254),
    /** Faults found before any call have the name of their kind, and the status 252. */
    PARAMETERS(
            Pattern.compile("\n(?<text>(Parameter validation failed:|Error parsing parameter) ?.*)\n", Pattern.DOTALL),
            252) {
        @Override
        String told(String text) {
            return super.told("An error occurred (ParamValidation): " + text);
        }
    },
    /** Global options with values that cannot be have the status 252. */
    GLOBAL_OPTIONS(Pattern.compile("\n(?<text>Bad value for .*)\n", Pattern.DOTALL), 252),
    /** All else has the status 255 in both versions; version 2 puts its name before it. */
    OTHER(Pattern.compile("\n(?<text>.*)\n", Pattern.DOTALL), 255);

    /** Stands for what this program says in its own words. */
    private static final String OWN_WORDS = "\u0000";

    private static final Pattern USAGE_OF_VERSION_1 =
            Pattern.compile("usage: \\R?.*?aws <command> <subcommand> help\n", Pattern.DOTALL);
    private static final Pattern PROGRAM = Pattern.compile("(?m)^[^ ]*: error: ");

    private final Pattern pattern;
    private final int status;

    Differences(Pattern pattern, int status) {
        this.pattern = pattern;
        this.status = status;
    }

    String told(String text) {
        return "\ncognate: [ERROR]: " + text + "\n";
    }

    /**
     * What this program must print and return.
     *
     * @param isBeginning whether the complaint goes on in words of its own
     */
    record Expected(int status, String out, String err, boolean isBeginning) {}

    /** What this program must do in a case that was recorded from version 1. */
    static Expected expected(Case one) {
        for (Differences rule : values()) {
            @Nullable String text = rule.text(one.err());
            if (one.exit() != 0 && text != null) {
                return rule.expected(one, text);
            }
        }
        return new Expected(one.exit(), one.out(), one.err(), false);
    }

    private Expected expected(Case one, String text) {
        String told = told(text);
        int end = told.indexOf(OWN_WORDS);
        return end < 0
                ? new Expected(status, one.out(), told, false)
                : new Expected(status, one.out(), told.substring(0, end), true);
    }

    private @Nullable String text(String err) {
        Matcher matcher = pattern.matcher(err);
        return matcher.matches() ? matcher.group("text") : null;
    }

    /** The complaint with version 1's lines about its usage, and about version 2, as one word. */
    static String withoutUsage(String err) {
        Matcher usage = USAGE_OF_VERSION_1.matcher(err);
        return usage.find() ? PROGRAM.matcher(usage.replaceFirst("%USAGE%\n")).replaceFirst("aws: error: ") : err;
    }
}
