package dev.cognate.aws;

import dev.cognate.triggers.FunctionHost.Received;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature that a received request demands after the rules of SigV4, from what the server saw. */
public final class ReceivedSignature {
    /** The access key of the tests. */
    public static final String ACCESS_KEY = "AKIDEXAMPLE";

    /** Its secret. */
    public static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private final Received call;
    private final String authorization;

    /** The signature of a request. */
    public ReceivedSignature(Received call) {
        this.call = call;
        this.authorization = Objects.requireNonNullElse(call.headers().getFirst("Authorization"), "");
    }

    /** The day, region and API that it is for, such as {@code 20261121/us-east-1/ses}; empty for none. */
    public String scope() {
        return authorization.replaceFirst(
                "AWS4-HMAC-SHA256 Credential=" + ACCESS_KEY + "/(.*)/aws4_request, SignedHeaders.*", "$1");
    }

    /** The names of the headers that it covers. */
    public List<String> headers() {
        return List.of(
                authorization.replaceFirst(".*SignedHeaders=([^,]+),.*", "$1").split(";", -1));
    }

    /** Whether it is right. */
    public boolean isRight() throws GeneralSecurityException {
        StringBuilder canonical =
                new StringBuilder("POST\n").append(call.path()).append("\n\n");
        for (String name : headers()) {
            canonical
                    .append(name)
                    .append(':')
                    .append(call.headers().getFirst(name).strip())
                    .append('\n');
        }
        canonical.append('\n').append(String.join(";", headers())).append('\n').append(sha256(call.body()));
        String date = call.headers().getFirst("X-Amz-Date");
        String toSign = "AWS4-HMAC-SHA256\n" + date + "\n" + scope() + "/aws4_request\n" + sha256(canonical.toString());
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : (scope() + "/aws4_request").split("/", -1)) {
            key = hmac(key, part);
        }
        return authorization.endsWith("Signature=" + HexFormat.of().formatHex(hmac(key, toSign)));
    }

    private static String sha256(String text) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash);
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }
}
