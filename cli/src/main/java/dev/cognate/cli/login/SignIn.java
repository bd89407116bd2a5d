package dev.cognate.cli.login;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonWriter;
import dev.cognate.cli.login.Login.Person;
import dev.cognate.cli.login.Srp.Challenge;
import dev.cognate.cli.terminal.CliError;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes from challenge to challenge until the tokens are there. Reference: auth 9.2, 9.4. */
final class SignIn {
    private static final int SECRET_BITS = 1024;
    private static final String SETUP = "MFA_SETUP";
    /** A sign-in that never ends is the server's mistake. */
    private static final int MOST_STEPS = 10;

    private final Api api;
    private final Person person;
    private final InstantSource clock;

    SignIn(Api api, Person person, InstantSource clock) {
        this.api = api;
        this.person = person;
        this.clock = clock;
    }

    /** Calls operations of the API; the answer is what the operation prints as JSON. */
    @FunctionalInterface
    interface Api {

        /** The answer as JSON. */
        String call(String operation, String input);
    }

    /**
     * The answer that has the tokens.
     *
     * @throws CliError when the server asks for something that a terminal cannot give
     */
    Entries run() {
        Srp srp = new Srp(new BigInteger(SECRET_BITS, new SecureRandom()));
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("USERNAME", person.username());
        parameters.put("SRP_A", srp.a());
        Map<String, JsonValue> request = new LinkedHashMap<>();
        request.put("ClientId", new Text(person.clientId()));
        request.put("AuthFlow", new Text("USER_SRP_AUTH"));
        request.put("AuthParameters", texts(parameters, person.username()));
        Entries answer = read(api.call("initiate-auth", JsonWriter.compact(new Entries(request))));
        for (int step = 0; step < MOST_STEPS; step++) {
            String challenge = answer.text("ChallengeName");
            if (challenge == null) {
                return answer;
            }
            answer = respond(challenge, answer, srp);
        }
        throw new CliError.General("The server does not come to an end with its challenges.");
    }

    private Entries respond(String name, Entries answer, Srp srp) {
        Entries parameters = answer.get("ChallengeParameters") instanceof Entries found ? found : new Entries(Map.of());
        String known = parameters.text("USER_ID_FOR_SRP");
        String username = known == null ? person.username() : known;
        Map<String, String> responses = new LinkedHashMap<>();
        responses.put("USERNAME", username);
        responses.putAll(responses(name, parameters, srp));
        Map<String, JsonValue> request = new LinkedHashMap<>();
        request.put("ClientId", new Text(person.clientId()));
        request.put("ChallengeName", new Text(name));
        String session = name.equals(SETUP) ? enrolled(answer.text("Session")) : answer.text("Session");
        if (session != null) {
            request.put("Session", new Text(session));
        }
        request.put("ChallengeResponses", texts(responses, username));
        return read(api.call("respond-to-auth-challenge", JsonWriter.compact(new Entries(request))));
    }

    private Map<String, String> responses(String name, Entries parameters, Srp srp) {
        return switch (name) {
            case "PASSWORD_VERIFIER" -> proof(parameters, srp);
            case "SMS_MFA" -> Map.of("SMS_MFA_CODE", person.answer("Code of the SMS"));
            case "SOFTWARE_TOKEN_MFA" ->
                Map.of("SOFTWARE_TOKEN_MFA_CODE", person.answer("Code of the authenticator app"));
            case "EMAIL_OTP" -> Map.of("EMAIL_OTP_CODE", person.answer("Code of the e-mail"));
            case "SMS_OTP" -> Map.of("SMS_OTP_CODE", person.answer("Code of the SMS"));
            case "SELECT_MFA_TYPE" -> Map.of("ANSWER", person.answer("Second factor, of " + choices(parameters)));
            case SETUP -> Map.of();
            case "NEW_PASSWORD_REQUIRED" -> Map.of("NEW_PASSWORD", person.newPassword());
            default ->
                throw new CliError.General("The server asks for " + name + ", which cognate login cannot answer.");
        };
    }

    /** Has the user set an authenticator app up; returns the session to go on with. Reference: auth 6.6. */
    private @Nullable String enrolled(@Nullable String session) {
        Entries associated = read(api.call("associate-software-token", sessionWith(session, Map.of())));
        String secret = needed(associated, "SecretCode");
        String code = person.answer("Add the key " + secret + " to an authenticator app. Its code");
        return read(api.call(
                        "verify-software-token",
                        sessionWith(associated.text("Session"), Map.of("UserCode", new Text(code)))))
                .text("Session");
    }

    private static String sessionWith(@Nullable String session, Map<String, JsonValue> more) {
        Map<String, JsonValue> request = new LinkedHashMap<>(more);
        if (session != null) {
            request.put("Session", new Text(session));
        }
        return JsonWriter.compact(new Entries(request));
    }

    private static String choices(Entries parameters) {
        String choices = parameters.text("MFAS_CAN_CHOOSE");
        return choices == null ? "those that you have" : choices;
    }

    private Map<String, String> proof(Entries parameters, Srp srp) {
        String timestamp = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.US)
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
        String pool = person.poolId().substring(person.poolId().indexOf('_') + 1);
        try {
            Challenge challenge = new Challenge(
                    pool,
                    needed(parameters, "USER_ID_FOR_SRP"),
                    new BigInteger(needed(parameters, "SALT"), 16),
                    new BigInteger(needed(parameters, "SRP_B"), 16),
                    needed(parameters, "SECRET_BLOCK"));
            Map<String, String> proof = new LinkedHashMap<>();
            proof.put("PASSWORD_CLAIM_SIGNATURE", srp.signature(challenge, person.password(), timestamp));
            proof.put("PASSWORD_CLAIM_SECRET_BLOCK", challenge.secretBlock());
            proof.put("TIMESTAMP", timestamp);
            return proof;
        } catch (IllegalArgumentException dishonest) {
            throw new CliError.General("The server's challenge makes no sense: " + dishonest.getMessage());
        }
    }

    private static String needed(Entries parameters, String name) {
        String value = parameters.text(name);
        if (value == null) {
            throw new CliError.General("The server's challenge lacks " + name + ".");
        }
        return value;
    }

    private Entries texts(Map<String, String> values, String username) {
        Map<String, JsonValue> texts = new LinkedHashMap<>();
        values.forEach((name, value) -> texts.put(name, new Text(value)));
        String hash = person.secretHash(username);
        if (hash != null) {
            texts.put("SECRET_HASH", new Text(hash));
        }
        return new Entries(texts);
    }

    private static Entries read(String json) {
        try {
            if (JsonReader.read(json) instanceof Entries entries) {
                return entries;
            }
        } catch (Malformed broken) {
            throw new CliError.General("The server's answer cannot be read.");
        }
        return new Entries(Map.of());
    }
}
