package dev.cognate.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;

/**
 * The proof that a request comes from who knows the app client's secret: Base64 of HMAC-SHA256, keyed by the secret, of
 * the username and the client's id. Reference: lifecycle A5.
 */
public final class SecretHash {

    private SecretHash() {}

    /** The hash for this username, spelled as in the request, and this client. */
    public static String of(String clientSecret, String username, String clientId) {
        Mac mac = Jca.hmacSha256(clientSecret.getBytes(StandardCharsets.UTF_8));
        mac.update(username.getBytes(StandardCharsets.UTF_8));
        mac.update(clientId.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(mac.doFinal());
    }

    /** Whether the presented hash is the right one; the time taken does not tell how much of it is. */
    public static boolean matches(String presented, String clientSecret, String username, String clientId) {
        return ConstantTime.equals(presented, of(clientSecret, username, clientId));
    }
}
