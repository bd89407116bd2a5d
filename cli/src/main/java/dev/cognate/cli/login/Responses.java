package dev.cognate.cli.login;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.login.Srp.Challenge;
import dev.cognate.cli.terminal.CliError;
import java.math.BigInteger;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is responded to each challenge, out of the user's answers or by a proof. Reference: auth 5, 6, 9.4, 9.5, 20.2. */
final class Responses {
    private static final String PREFIX = "userAttributes.";

    private final Person person;
    private final @Nullable Device device;
    private final InstantSource clock;
    private final Srp srp = Srp.begun();
    private final Srp srpOfDevice = Srp.begun();

    /** @param device what the server knows this machine as; null when it does not */
    Responses(Person person, @Nullable Device device, InstantSource clock) {
        this.person = person;
        this.device = device;
        this.clock = clock;
    }

    /** What the sign-in begins with. */
    Map<String, String> first() {
        return withDevice(Map.of("USERNAME", person.owner().username(), "SRP_A", srp.a()));
    }

    /**
     * What is responded to a challenge, besides the username.
     *
     * @throws CliError when a terminal cannot give it
     */
    Map<String, String> to(String name, Entries parameters) {
        return withDevice(
                switch (name) {
                    case "PASSWORD_VERIFIER" -> proof(parameters);
                    case "DEVICE_SRP_AUTH" -> Map.of("SRP_A", srpOfDevice.a());
                    case "DEVICE_PASSWORD_VERIFIER" -> proofOf(known(name), parameters);
                    case "SMS_MFA" -> Map.of("SMS_MFA_CODE", code("Code of the SMS", parameters));
                    case "SMS_OTP" -> Map.of("SMS_OTP_CODE", code("Code of the SMS", parameters));
                    case "EMAIL_OTP" -> Map.of("EMAIL_OTP_CODE", code("Code of the e-mail", parameters));
                    case "SOFTWARE_TOKEN_MFA" ->
                        Map.of("SOFTWARE_TOKEN_MFA_CODE", person.answer("Code of the authenticator app"));
                    case "SELECT_MFA_TYPE" -> Map.of("ANSWER", choice(parameters));
                    case "SELECT_CHALLENGE" -> Map.of("ANSWER", "PASSWORD_SRP", "SRP_A", srp.a());
                    case "PASSWORD_SRP" -> Map.of("SRP_A", srp.a());
                    case "CUSTOM_CHALLENGE" -> Map.of("ANSWER", custom(parameters));
                    case "NEW_PASSWORD_REQUIRED" -> newPassword(parameters);
                    default -> throw unanswerable(name);
                });
    }

    private static CliError unanswerable(String name) {
        String advice = switch (name) {
            case "WEB_AUTHN" -> "A passkey needs a browser: sign in at the pool's own pages.";
            case "PASSWORD" -> "It would send the password itself: cognate cognito-idp initiate-auth does.";
            default -> "cognate cognito-idp respond-to-auth-challenge can.";
        };
        return new CliError.General("The server asks for " + name + ", which cognate login cannot answer. " + advice);
    }

    private Map<String, String> withDevice(Map<String, String> responses) {
        Map<String, String> all = new LinkedHashMap<>(responses);
        if (device != null) {
            all.put("DEVICE_KEY", device.key());
        }
        return all;
    }

    private Device known(String name) {
        if (device == null) {
            throw new CliError.General("The server asks for " + name + ", and this device is not known to it.");
        }
        return device;
    }

    private String code(String question, Entries parameters) {
        String destination = parameters.text("CODE_DELIVERY_DESTINATION");
        return person.answer(destination == null ? question : question + " to " + destination);
    }

    private String choice(Entries parameters) {
        List<String> choices = list(parameters.text("MFAS_CAN_CHOOSE"));
        return person.answer("Second factor" + (choices.isEmpty() ? "" : ", " + String.join(" or ", choices)));
    }

    /** The challenge of a pool's own functions: nobody but the user knows what its parameters mean. */
    private String custom(Entries parameters) {
        parameters.members().forEach((name, value) -> {
            if (value instanceof Text(String text) && !name.equals("USERNAME")) {
                person.tell(name + ": " + text);
            }
        });
        return person.answer("Answer");
    }

    private Map<String, String> newPassword(Entries parameters) {
        Map<String, String> responses = new LinkedHashMap<>();
        for (String attribute : list(parameters.text("requiredAttributes"))) {
            String name = attribute.startsWith(PREFIX) ? attribute.substring(PREFIX.length()) : attribute;
            responses.put(PREFIX + name, person.answer("Your " + name));
        }
        responses.put("NEW_PASSWORD", person.newPassword());
        return responses;
    }

    /** The words of an array that a parameter holds as text; none where it holds no such thing. */
    static List<String> list(@Nullable String json) {
        List<String> words = new ArrayList<>();
        try {
            if (json != null && JsonReader.read(json) instanceof Items(List<JsonValue> values)) {
                values.forEach(value -> {
                    if (value instanceof Text(String word)) {
                        words.add(word);
                    }
                });
            }
        } catch (Malformed noList) {
            return List.of();
        }
        return words;
    }

    private Map<String, String> proof(Entries parameters) {
        String id = person.owner().poolId();
        String pool = id.substring(id.indexOf('_') + 1);
        return proof(pool, needed(parameters, "USER_ID_FOR_SRP"), parameters, srp, person.password());
    }

    private Map<String, String> proofOf(Device known, Entries parameters) {
        return proof(known.group(), known.key(), parameters, srpOfDevice, known.password());
    }

    private Map<String, String> proof(String pool, String user, Entries parameters, Srp half, String password) {
        String timestamp = DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' uuuu", Locale.US)
                .withZone(ZoneOffset.UTC)
                .format(clock.instant());
        try {
            Challenge challenge = new Challenge(
                    pool,
                    user,
                    new BigInteger(needed(parameters, "SALT"), 16),
                    new BigInteger(needed(parameters, "SRP_B"), 16),
                    needed(parameters, "SECRET_BLOCK"));
            Map<String, String> proof = new LinkedHashMap<>();
            proof.put("PASSWORD_CLAIM_SIGNATURE", half.signature(challenge, password, timestamp));
            proof.put("PASSWORD_CLAIM_SECRET_BLOCK", challenge.secretBlock());
            proof.put("TIMESTAMP", timestamp);
            return proof;
        } catch (IllegalArgumentException dishonest) {
            throw new CliError.General("The server's challenge makes no sense: " + dishonest.getMessage());
        }
    }

    /** A text that an answer must have. */
    static String needed(Entries answer, String name) {
        String value = answer.text(name);
        if (value == null) {
            throw new CliError.General("The server's challenge lacks " + name + ".");
        }
        return value;
    }
}
