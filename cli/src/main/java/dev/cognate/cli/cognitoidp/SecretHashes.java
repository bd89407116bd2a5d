package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.terminal.CliError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Puts the secret hash where a request says {@code auto}: in {@code SecretHash}, or as {@code SECRET_HASH} among the
 * parameters of a sign-in. The hash is the Base64 of HMAC-SHA256, with the app client's secret as its key, over the
 * username and the client id.
 */
final class SecretHashes {
    /** The word that asks for the hash. */
    private static final String AUTO = "auto";

    private static final List<String> PARAMETERS = List.of("AuthParameters", "ChallengeResponses");

    private final Map<String, JsonValue> request;
    private final @Nullable String secret;

    /** @param secret the app client's secret; null when nobody told it */
    SecretHashes(Map<String, JsonValue> request, @Nullable String secret) {
        this.request = request;
        this.secret = secret;
    }

    /**
     * The request with its hashes.
     *
     * @throws CliError.Invalid when a hash is asked for and something that goes into it is missing
     */
    Entries fill() {
        Map<String, JsonValue> filled = new LinkedHashMap<>(request);
        if (isAuto(request.get("SecretHash"))) {
            filled.put("SecretHash", new Text(hash(request.get("Username"))));
        }
        for (String name : PARAMETERS) {
            if (request.get(name) instanceof Entries parameters && isAuto(parameters.get("SECRET_HASH"))) {
                Map<String, JsonValue> members = new LinkedHashMap<>(parameters.members());
                members.put("SECRET_HASH", new Text(hash(parameters.get("USERNAME"))));
                filled.put(name, new Entries(members));
            }
        }
        return new Entries(filled);
    }

    private static boolean isAuto(@Nullable JsonValue value) {
        return value instanceof Text(String text) && text.equals(AUTO);
    }

    private String hash(@Nullable JsonValue username) {
        if (secret == null || secret.isEmpty()) {
            throw CliError.Invalid.parameter(
                    "A secret hash of auto needs --client-secret, or the variable COGNATE_CLIENT_SECRET");
        }
        if (!(username instanceof Text(String name)) || !(request.get("ClientId") instanceof Text(String client))) {
            throw CliError.Invalid.parameter("A secret hash of auto needs the username and the client id");
        }
        return hash(name, client, secret);
    }

    /** The hash itself. */
    static String hash(String username, String clientId, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal((username + clientId).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }
}
