package dev.cognate.cli.login;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.login.SignIn.Api;
import dev.cognate.cli.terminal.CliError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** MFA_SETUP: a user who must have a second factor sets one up. Reference: auth 6.6. */
final class FactorSetup {
    private static final int MOST_TRIES = 3;
    private static final String APP = "SOFTWARE_TOKEN_MFA";
    private static final String EMAIL = "EMAIL_OTP";

    private final Api api;
    private final Person person;

    FactorSetup(Api api, Person person) {
        this.api = api;
        this.person = person;
    }

    /**
     * What is responded, and in which session.
     *
     * @param responses what the challenge wants besides the username
     * @param session the one to go on with; null when the server gave none
     */
    record Done(Map<String, String> responses, @Nullable String session) {}

    /**
     * Sets up what the server offers: an authenticator app, else an e-mail address.
     *
     * @throws CliError.General when a user cannot set up any of it
     */
    Done run(Entries parameters, @Nullable String session) {
        List<String> offered = Responses.list(parameters.text("MFAS_CAN_SETUP"));
        if (offered.isEmpty() || offered.contains(APP)) {
            return new Done(Map.of(), withApp(session));
        }
        if (offered.contains(EMAIL)) {
            return new Done(Map.of("EMAIL", person.answer("Your e-mail address, to which codes will go")), session);
        }
        throw new CliError.General("This user needs a second factor, of " + String.join(", ", offered)
                + ", and none of them can be set up while signing in. For codes by SMS an administrator gives the user a"
                + " phone_number: cognate cognito-idp admin-update-user-attributes");
    }

    private @Nullable String withApp(@Nullable String session) {
        Entries associated = api.call("associate-software-token", in(session, Map.of()));
        String secret = Responses.needed(associated, "SecretCode");
        String question = "Add the key " + secret + " to an authenticator app. Its code";
        for (int tries = 1; ; tries++) {
            Text code = new Text(person.answer(question));
            try {
                return api.call("verify-software-token", in(associated.text("Session"), Map.of("UserCode", code)))
                        .text("Session");
            } catch (Refused refused) {
                if (!refused.is("EnableSoftwareTokenMFAException") || tries == MOST_TRIES) {
                    throw refused;
                }
                person.tell(refused.complaint());
                question = "The app's code";
            }
        }
    }

    private static Entries in(@Nullable String session, Map<String, JsonValue> more) {
        Map<String, JsonValue> request = new LinkedHashMap<>(more);
        if (session != null) {
            request.put("Session", new Text(session));
        }
        return new Entries(request);
    }
}
