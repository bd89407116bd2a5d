package dev.cognate.cli;

import dev.cognate.cli.completion.Suggestion;
import java.util.List;

/** The commands of the program, those of the server too, each with what it does. */
final class Overview {
    static final List<Suggestion> COMMANDS = List.of(
            new Suggestion("serve", "starts the server"),
            new Suggestion("demo", "starts a server in a temporary folder, tells a story with it"),
            new Suggestion("cognito-idp", "calls an operation of the API, as aws cognito-idp does"),
            new Suggestion("inbox", "shows the messages that the server has sent"),
            new Suggestion("doctor", "tells what keeps users of an app client from signing in"),
            new Suggestion("login", "signs a user in and prints the tokens"),
            new Suggestion("token", "shows what a token says"),
            new Suggestion("completion", "prints a script that completes commands in bash, zsh or fish"),
            new Suggestion("keys", "makes and lists access keys for signed requests"),
            new Suggestion("signing-keys", "changes the keys that sign the tokens of a user pool"),
            new Suggestion("seal-keys", "tells what is sealed with which key, and seals it anew with the newest"),
            new Suggestion("messages", "shows messages that were not delivered, retries them; previews texts"),
            new Suggestion("sms", "says which numbers get SMS while the sandbox is on"),
            new Suggestion("imports", "shows what user import jobs did"),
            new Suggestion("triggers", "lists functions, runs them with sample events, shows their logs"),
            new Suggestion("kms", "makes and lists keys for the codes that custom senders get"),
            new Suggestion("export", "writes a user pool with all its users into a file"),
            new Suggestion("import", "reads a user pool from such a file, or copies one from AWS"),
            new Suggestion("help", "prints this list of commands"));

    private Overview() {}

    /** The names alone. */
    static List<String> names() {
        return COMMANDS.stream().map(Suggestion::word).toList();
    }
}
