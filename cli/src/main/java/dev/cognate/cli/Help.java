package dev.cognate.cli;

import dev.cognate.cli.completion.Suggestion;

/** What {@code cognate help} prints. */
final class Help {
    private static final int COLUMN = 15;
    private static final String BEGINNING = """
            cognate - Amazon Cognito user pools on your own machine

            usage: cognate [options] <command> <subcommand> [<subcommand> ...] [parameters]

            COMMANDS
            """;
    private static final String REST = """

            OPTIONS
              --version      prints the version
              --help         prints this text; after a command, the help of the command

            EXAMPLES
              cognate serve --demo
              cognate cognito-idp resend-confirmation-code \\
                --client-id 12a3b456c7de890f11g123hijk --username jane
              cognate inbox code --username jane
              cognate cognito-idp wait-for-code --username jane
              cognate token decode "$ID_TOKEN"
              cognate cognito-idp help
              cognate cognito-idp sign-up help
              cognate inbox --help
              cognate --cli-auto-prompt

            Calls go to http://127.0.0.1:2646 unless --endpoint-url or AWS_ENDPOINT_URL
            says otherwise.
            """;

    private Help() {}

    static String text() {
        StringBuilder text = new StringBuilder(BEGINNING);
        for (Suggestion command : Overview.COMMANDS) {
            text.append("  ")
                    .append(command.word())
                    .repeat(" ", COLUMN - command.word().length())
                    .append(command.meaning())
                    .append('\n');
        }
        return text.append(REST).toString();
    }
}
