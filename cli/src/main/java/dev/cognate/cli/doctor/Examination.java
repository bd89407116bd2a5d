package dev.cognate.cli.doctor;

import dev.cognate.cli.doctor.Finding.Kind;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Flag;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks at a user pool, an app client of it, and a user, for a way of signing in. */
final class Examination {
    /** The way of signing in with a browser: OAuth's authorization code. */
    static final String CODE = "code";

    private static final List<String> CUSTOM_TRIGGERS =
            List.of("DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse");

    private final List<Finding> findings = new ArrayList<>();

    /** What was found so far. */
    List<Finding> findings() {
        return findings;
    }

    /** Notes that something that is needed could not be had. */
    void missing(String text) {
        note(Kind.WRONG, text);
    }

    /** Looks at the pool. */
    void pool(Entries pool, String flow) {
        note(Kind.GOOD, "the user pool " + text(pool, "Name") + " is there");
        if (text(pool, "MfaConfiguration").equals("ON")) {
            note(Kind.NOTE, "every user needs a second factor: the answer to a sign-in is a challenge first");
        }
        failure(pool, "EmailConfigurationFailure", "E-mail");
        failure(pool, "SmsConfigurationFailure", "SMS");
        if (flow.equals("CUSTOM_AUTH")) {
            triggers(pool);
        }
        if (flow.equals(CODE)) {
            check(
                    !text(pool, "Domain").isEmpty()
                            || !text(pool, "CustomDomain").isEmpty(),
                    "the sign-in pages have an address",
                    "the sign-in pages have no address: create-user-pool-domain gives them one");
        }
    }

    private void failure(Entries pool, String member, String way) {
        String failure = text(pool, member);
        if (!failure.isEmpty()) {
            note(Kind.WRONG, way + " cannot be sent: " + failure);
        }
    }

    private void triggers(Entries pool) {
        Entries triggers = pool.get("LambdaConfig") instanceof Entries found ? found : new Entries(Map.of());
        for (String trigger : CUSTOM_TRIGGERS) {
            check(
                    !text(triggers, trigger).isEmpty(),
                    "the function " + trigger + " is set",
                    "the function " + trigger + " is not set: CUSTOM_AUTH needs it in LambdaConfig");
        }
    }

    /** Looks at the app client. */
    void client(Entries client, String flow) {
        note(Kind.GOOD, "the app client " + text(client, "ClientName") + " is there");
        if (!text(client, "ClientSecret").isEmpty()) {
            note(Kind.NOTE, "it has a secret: requests need a secret hash (--secret-hash auto --client-secret ...)");
        }
        if (flow.equals(CODE)) {
            browser(client);
        } else {
            flow(client, flow);
        }
        if (!text(client, "PreventUserExistenceErrors").equals("ENABLED")) {
            note(Kind.NOTE, "its answers tell which users exist: PreventUserExistenceErrors=ENABLED conceals them");
        }
    }

    private void flow(Entries client, String flow) {
        Flows flows = new Flows(words(client, "ExplicitAuthFlows"));
        List<String> allowed = flows.allowed();
        String wanted = Flows.needed(flow);
        boolean rotating = client.get("RefreshTokenRotation") instanceof Entries rotation
                && text(rotation, "Feature").equals("ENABLED");
        if (rotating && wanted.equals(Flows.REFRESH)) {
            check(
                    allowed.contains(wanted),
                    flow + " is allowed",
                    flow + " is not allowed: its refresh tokens rotate, get-tokens-from-refresh-token takes them");
            return;
        }
        check(
                allowed.contains(wanted),
                flow + " is allowed",
                flow + " is not allowed: update-user-pool-client --explicit-auth-flows "
                        + String.join(" ", allowed) + " " + wanted
                        + (flows.areLegacy() ? " replaces the older names, which cannot stand beside it, and" : "")
                        + " allows it (give all other settings too, what is left out goes back to its default)");
        if (!allowed.contains(Flows.REFRESH) && !wanted.equals(Flows.REFRESH) && !rotating) {
            note(Kind.NOTE, "tokens cannot be refreshed: " + Flows.REFRESH + " is not among its flows");
        }
    }

    private void browser(Entries client) {
        check(
                client.get("AllowedOAuthFlowsUserPoolClient") instanceof Flag(boolean on) && on,
                "it may use OAuth",
                "it may not use OAuth: AllowedOAuthFlowsUserPoolClient is not set");
        check(
                words(client, "AllowedOAuthFlows").contains(CODE),
                "it may ask for codes",
                "it may not ask for codes: code is not among its AllowedOAuthFlows");
        check(
                !words(client, "CallbackURLs").isEmpty(),
                "browsers are sent back to " + String.join(", ", words(client, "CallbackURLs")),
                "browsers cannot be sent back: it has no CallbackURLs");
        check(
                !words(client, "SupportedIdentityProviders").isEmpty(),
                "users come from " + String.join(", ", words(client, "SupportedIdentityProviders")),
                "no users may use it: SupportedIdentityProviders is empty, COGNITO is the pool itself");
    }

    /** Looks at the user. */
    void user(Entries user) {
        boolean enabled = user.get("Enabled") instanceof Flag(boolean on) && on;
        check(enabled, "the user is enabled", "the user is disabled: admin-enable-user enables them");
        String status = text(user, "UserStatus");
        switch (status) {
            case "CONFIRMED" -> note(Kind.GOOD, "the user is confirmed");
            case "UNCONFIRMED" ->
                note(Kind.WRONG, "the user has not confirmed yet: resend-confirmation-code sends the code again");
            case "RESET_REQUIRED" -> note(Kind.WRONG, "the user needs a new password: forgot-password sends a code");
            case "FORCE_CHANGE_PASSWORD" ->
                note(Kind.NOTE, "the user has a temporary password: the sign-in asks for a new one");
            default -> note(Kind.NOTE, "the user's status is " + status);
        }
    }

    private void check(boolean good, String yes, String no) {
        note(good ? Kind.GOOD : Kind.WRONG, good ? yes : no);
    }

    private void note(Kind kind, String text) {
        findings.add(new Finding(kind, text));
    }

    private static String text(Entries entries, String member) {
        String text = entries.text(member);
        return text == null ? "" : text;
    }

    private static List<String> words(Entries entries, String member) {
        List<String> words = new ArrayList<>();
        if (entries.get(member) instanceof Items(List<JsonValue> values)) {
            for (JsonValue value : values) {
                if (value instanceof Text(String word)) {
                    words.add(word);
                }
            }
        }
        return words;
    }
}
