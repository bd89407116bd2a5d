package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.ChallengeNameType;
import dev.cognate.wire.model.SchemaAttributeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Asks for a password in place of a temporary one, and for the attributes that a user must have. Reference: auth 6.2. */
final class NewPasswordChallenge {
    static final String PREFIX = "userAttributes.";

    private final Sessions sessions;

    NewPasswordChallenge(Sessions sessions) {
        this.sessions = sessions;
    }

    Answer pose(Step step, Proven proven) {
        User user = proven.user();
        List<String> missing = missing(step.client(), user);
        ChallengeNameType name = ChallengeNameType.NEW_PASSWORD_REQUIRED;
        return new Answer.Challenge(
                name,
                sessions.issue(step, user.sub(), name, proven.carried()),
                Map.of(
                        "USER_ID_FOR_SRP", user.username(),
                        "requiredAttributes",
                                Json.list(missing.stream().map(PREFIX::concat).toList()),
                        "userAttributes",
                                JsonOutput.text(out -> {
                                    out.beginObject();
                                    shown(step.client(), user, missing).forEach(out::member);
                                    out.endObject();
                                })));
    }

    /** The attributes that everybody in the pool must have and this user has not. */
    static List<String> missing(Client client, User user) {
        return client.pool().schema().attributes().values().stream()
                .filter(attribute -> Boolean.TRUE.equals(attribute.required()))
                .map(SchemaAttributeType::name)
                .filter(name -> name != null && !name.equals("sub") && user.attribute(name) == null)
                .toList();
    }

    /** What the client may read, and the missing ones as empty texts. */
    private static Map<String, String> shown(Client client, User user, List<String> missing) {
        Map<String, String> shown = new LinkedHashMap<>();
        user.attributes().forEach((name, value) -> {
            if (client.mayRead(name)) {
                shown.put(name, value);
            }
        });
        missing.forEach(name -> shown.put(name, ""));
        return shown;
    }
}
