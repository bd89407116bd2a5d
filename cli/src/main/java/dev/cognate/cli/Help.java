package dev.cognate.cli;

/** What {@code cognate help} prints. */
final class Help {
    static final String TEXT = """
            cognate - Amazon Cognito user pools on your own machine

            usage: cognate [options] <command> <subcommand> [<subcommand> ...] [parameters]

            COMMANDS
              serve          starts the server
              demo           starts a server in a temporary folder and tells a story with it
              cognito-idp    calls an operation of the API, as aws cognito-idp does
              inbox          shows the messages that the server has sent
              doctor         tells what keeps users of an app client from signing in
              login          signs a user in and prints the tokens
              token          shows what a token says
              completion     prints a script that completes commands in bash, zsh or fish
              keys           makes and lists access keys for signed requests
              messages       shows messages that could not be delivered, retries or drops them; previews texts
              sms            says which numbers get SMS while the sandbox is on
              imports        shows what user import jobs did
              triggers       lists functions, runs them with sample events, shows their logs
              kms            makes and lists keys for the codes that custom senders get
              help           prints this text

            OPTIONS
              --version      prints the version
              --help         prints this text; after a command, the help of the command

            EXAMPLES
              cognate serve --demo
              cognate cognito-idp resend-confirmation-code --client-id 12a3b456c7de890f11g123hijk --username jane
              cognate inbox code --username jane
              cognate cognito-idp wait-for-code --username jane
              cognate token decode "$ID_TOKEN"
              cognate cognito-idp help
              cognate cognito-idp sign-up help
              cognate inbox --help

            Calls go to http://127.0.0.1:2646 unless --endpoint-url or AWS_ENDPOINT_URL says otherwise.
            """;

    private Help() {}
}
