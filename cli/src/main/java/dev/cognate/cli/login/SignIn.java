package dev.cognate.cli.login;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.terminal.CliError;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Goes from challenge to challenge until the tokens are there. Reference: auth 9.2, 9.4, 20.2. */
final class SignIn {
    private static final String SETUP = "MFA_SETUP";
    private static final String BEGIN = "initiate-auth";
    private static final String RESPOND = "respond-to-auth-challenge";
    /** Those that have a secret hash. */
    static final Set<String> OPERATIONS = Set.of(BEGIN, RESPOND);

    /** A sign-in that never ends is the server's mistake. */
    private static final int MOST_STEPS = 20;

    private static final int MOST_TRIES = 3;
    /** Whoever mistypes these may try again in the same session. */
    private static final Set<String> MISTYPED =
            Set.of("CodeMismatchException", "InvalidPasswordException", "PasswordHistoryPolicyViolationException");

    private final Api api;
    private final Person person;
    private final InstantSource clock;

    SignIn(Api api, Person person, InstantSource clock) {
        this.api = api;
        this.person = person;
        this.clock = clock;
    }

    /** Calls operations of the API. */
    @FunctionalInterface
    interface Api {

        /**
         * The answer of the operation.
         *
         * @param operation its name on the command line
         * @throws Refused when it does not go well
         */
        Entries call(String operation, Entries request);
    }

    /**
     * Who signed in.
     *
     * @param answer has the tokens
     * @param device the device that was signed in from, if the server knows it still
     */
    record SignedIn(Entries answer, @Nullable Device device) {}

    /**
     * Signs in, from a new device where the server has forgotten the known one.
     *
     * @param known what the server knew this machine as at the last sign-in; null for a new one
     * @throws CliError when the server asks for something that a terminal cannot give
     * @throws Refused when the server does not let the user in
     */
    SignedIn run(@Nullable Device known) {
        try {
            return new SignedIn(tokens(new Responses(person, known, clock)), known);
        } catch (Refused refused) {
            if (known == null || !refused.isOfDevice()) {
                throw refused;
            }
        }
        person.tell("The server does not know this device any more: it is a new one now.");
        return new SignedIn(tokens(new Responses(person, null, clock)), null);
    }

    private Entries tokens(Responses responses) {
        Map<String, JsonValue> request = new LinkedHashMap<>();
        request.put("ClientId", new Text(person.clientId()));
        request.put("AuthFlow", new Text("USER_SRP_AUTH"));
        request.put("AuthParameters", texts(responses.first()));
        Entries answer = api.call(BEGIN, new Entries(request));
        for (int step = 0; step < MOST_STEPS; step++) {
            String challenge = answer.text("ChallengeName");
            if (challenge == null) {
                return answer;
            }
            answer = response(challenge, answer, responses);
        }
        throw new CliError.General("The server does not come to an end with its challenges.");
    }

    private Entries response(String name, Entries answer, Responses responses) {
        for (int tries = 1; ; tries++) {
            try {
                return respond(name, answer, responses);
            } catch (Refused refused) {
                if (tries == MOST_TRIES || MISTYPED.stream().noneMatch(refused::is)) {
                    throw name.startsWith("DEVICE_") ? refused.ofDevice() : refused;
                }
                person.tell(refused.complaint());
            }
        }
    }

    private Entries respond(String name, Entries answer, Responses responses) {
        Entries parameters = answer.get("ChallengeParameters") instanceof Entries found ? found : new Entries(Map.of());
        FactorSetup.Done done = name.equals(SETUP)
                ? new FactorSetup(api, person).run(parameters, answer.text("Session"))
                : new FactorSetup.Done(responses.to(name, parameters), answer.text("Session"));
        String known = parameters.text("USER_ID_FOR_SRP");
        String username = known == null ? person.owner().username() : known;
        Map<String, String> all = new LinkedHashMap<>();
        all.put("USERNAME", username);
        all.putAll(done.responses());
        Map<String, JsonValue> request = new LinkedHashMap<>();
        request.put("ClientId", new Text(person.clientId()));
        request.put("ChallengeName", new Text(name));
        if (done.session() != null) {
            request.put("Session", new Text(done.session()));
        }
        request.put("ChallengeResponses", texts(all));
        return api.call(RESPOND, new Entries(request));
    }

    private Entries texts(Map<String, String> values) {
        Map<String, JsonValue> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, new Text(value)));
        if (person.hasClientSecret()) {
            // Made out of the request, as for everybody who calls the operation.
            texts.put("SECRET_HASH", new Text("auto"));
        }
        return new Entries(texts);
    }
}
