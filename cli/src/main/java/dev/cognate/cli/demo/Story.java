package dev.cognate.cli.demo;

import dev.cognate.cli.demo.Shell.Result;

/**
 * Jane signs up, loses her code, asks for it again and confirms with the new one. Every step is checked; the first that
 * does not give what it must ends the story.
 */
final class Story {
    private static final String USERNAME = "jane";

    private final Shell shell;
    private final Narrator narrator;

    Story(Shell shell, Narrator narrator) {
        this.shell = shell;
        this.narrator = narrator;
    }

    /** A step that did not give what it must. */
    private static final class Unexpected extends Exception {
        private static final long serialVersionUID = 1L;

        private final String text;

        private Unexpected(String text) {
            super(text, null, false, false);
            this.text = text;
        }

        @Override
        public String getMessage() {
            return text;
        }
    }

    /** Tells the story and returns whether it went as it must. */
    boolean tell() {
        try {
            String client = prepare();
            signUp(client);
            String lost = code();
            resend(client);
            String received = arrival(lost);
            confirm(client, lost, received);
            return true;
        } catch (Unexpected unexpected) {
            narrator.bad(unexpected.getMessage());
            return false;
        }
    }

    private String prepare() throws Unexpected {
        narrator.tell("A user pool that verifies email addresses, and an app client in it.");
        Result pool = shell.show(
                "cognito-idp", "create-user-pool", "--pool-name", "demo", "--auto-verified-attributes", "email");
        String poolId = pool.at("UserPool", "Id");
        expect(pool.status() == 0 && poolId.contains("_"), "a pool with an id");
        Result client =
                shell.show("cognito-idp", "create-user-pool-client", "--user-pool-id", poolId, "--client-name", "app");
        String clientId = client.at("UserPoolClient", "ClientId");
        expect(client.status() == 0 && !clientId.isEmpty(), "a client with an id");
        return clientId;
    }

    private void signUp(String client) throws Unexpected {
        narrator.tell("Jane signs up. Cognate sends her a code.");
        Result signUp = shell.show(
                "cognito-idp",
                "sign-up",
                "--client-id",
                client,
                "--username",
                USERNAME,
                "--password",
                "Correct-Horse-7",
                "--user-attributes",
                "Name=email,Value=jane@example.com");
        expect(signUp.status() == 0 && isToJane(signUp), "a user who is not confirmed yet, and a code on its way");
    }

    private String code() throws Unexpected {
        narrator.tell("The code waits in the inbox, but Jane has lost it before she reads it.");
        shell.await(result -> result.status() == 0, "inbox", "code", "--username", USERNAME);
        Result code = shell.show("inbox", "code", "--username", USERNAME);
        expect(code.status() == 0 && isCode(code.out()), "a code of six digits");
        return code.out().strip();
    }

    private void resend(String client) throws Unexpected {
        narrator.tell("So she asks for it again.");
        Result resend =
                shell.show("cognito-idp", "resend-confirmation-code", "--client-id", client, "--username", USERNAME);
        expect(resend.status() == 0 && isToJane(resend), "a new code on its way to j***@e***, by email");
    }

    private String arrival(String lost) throws Unexpected {
        narrator.tell("The message, as it arrived.");
        String code = shell.await(
                        result -> result.status() == 0 && !result.out().strip().equals(lost),
                        "inbox",
                        "code",
                        "--username",
                        USERNAME)
                .out()
                .strip();
        Result list = shell.run("inbox", "list", "--username", USERNAME, "--json");
        Result message = shell.show("inbox", "show", list.atFirst("id"));
        expect(message.status() == 0 && isCode(code) && message.out().contains(code), "a message with a code");
        expect(!code.equals(lost), "another code than the first");
        return code;
    }

    private void confirm(String client, String lost, String received) throws Unexpected {
        narrator.tell("The old code is worth nothing any more.");
        Result old = confirmation(client, lost);
        expect(old.status() == 254 && old.err().contains("(CodeMismatchException)"), "the old code refused");
        narrator.tell("The new one confirms her.");
        Result confirmed = confirmation(client, received);
        expect(confirmed.status() == 0 && confirmed.out().isEmpty(), "no output, as with AWS: Jane is confirmed");
        narrator.tell("And what does the old code answer now?");
        Result late = confirmation(client, lost);
        expect(
                late.status() == 254
                        && late.err().contains("(NotAuthorizedException)")
                        && late.err().contains("Current status is CONFIRMED"),
                "the answer that there is nothing left to confirm");
    }

    private Result confirmation(String client, String code) {
        return shell.show(
                "cognito-idp",
                "confirm-sign-up",
                "--client-id",
                client,
                "--username",
                USERNAME,
                "--confirmation-code",
                code);
    }

    private void expect(boolean came, String expectation) throws Unexpected {
        if (!came) {
            throw new Unexpected("expected " + expectation);
        }
        narrator.good(expectation);
    }

    private static boolean isToJane(Result result) {
        return result.at("CodeDeliveryDetails", "Destination").startsWith("j***@e***")
                && result.at("CodeDeliveryDetails", "DeliveryMedium").equals("EMAIL")
                && result.at("CodeDeliveryDetails", "AttributeName").equals("email");
    }

    private static boolean isCode(String text) {
        String code = text.strip();
        return code.length() == 6 && code.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
