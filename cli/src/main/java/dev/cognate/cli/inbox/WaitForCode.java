package dev.cognate.cli.inbox;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Surroundings;
import dev.cognate.cli.terminal.Visible;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code cognate inbox wait}, also {@code cognate cognito-idp wait-for-code}: the newest code, as soon as there is one,
 * for scripts that run right after a message was asked for.
 */
@Command(
        name = "wait",
        description = "Waits for a message with a code and prints just the code.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  cognate inbox wait --username jane",
            "  cognate cognito-idp wait-for-code --username jane \\",
            "    --since 2026-11-21T10:00:00Z"
        })
final class WaitForCode extends InboxCommand {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);

    @Mixin
    private final Filter filter = new Filter();

    @Option(
            names = "--timeout",
            paramLabel = "<seconds>",
            defaultValue = "60",
            description = "How long to wait; 60 seconds unless told otherwise.")
    private int timeout = 60;

    @Option(
            names = "--since",
            paramLabel = "<time>",
            description = "Only messages that were sent at this time or later, such as 2026-11-21T10:00:00Z.")
    private @Nullable String since;

    @Override
    int run(MessageBox box, Surroundings surroundings) {
        if (timeout < 0) {
            throw CliError.Invalid.parameter("--timeout is a number of seconds from 0 on, not " + timeout);
        }
        Instant from = from();
        for (Duration waited = Duration.ZERO; ; waited = waited.plus(BETWEEN_LOOKS)) {
            Optional<String> newest = box.list(filter.values()).stream()
                    .filter(message -> !sentAt(message).isBefore(from))
                    .map(Message::code)
                    .filter(Objects::nonNull)
                    .findFirst();
            if (newest.isPresent()) {
                surroundings.streams().out().println(Visible.line(newest.get()));
                return 0;
            }
            if (waited.compareTo(Duration.ofSeconds(timeout)) >= 0) {
                surroundings
                        .streams()
                        .err()
                        .println("There was no message with a code" + filter.inWords() + " within " + timeout
                                + " seconds.");
                return NONE_FOUND;
            }
            pause(surroundings);
        }
    }

    private Instant from() {
        try {
            return since == null ? Instant.MIN : Instant.parse(since);
        } catch (DateTimeParseException noTime) {
            throw CliError.Invalid.parameter("--since is a time such as 2026-11-21T10:00:00Z, not " + since);
        }
    }

    private static Instant sentAt(Message message) {
        try {
            return Instant.parse(message.sentAt());
        } catch (DateTimeParseException unknown) {
            return Instant.MIN;
        }
    }

    private static void pause(Surroundings surroundings) {
        try {
            surroundings.timing().pause().lasting(BETWEEN_LOOKS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CliError.Interrupted();
        }
    }
}
