package dev.cognate.front;

import dev.cognate.wire.ProtocolFault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Authorization} header of a signed request, taken apart. Prints the access key id only.
 *
 * @param accessKeyId the public half of the access key
 * @param date the day of the credential scope, as {@code yyyyMMdd}
 * @param region the region of the credential scope: lower-case letters, digits and hyphens
 * @param service the service of the credential scope
 * @param terminator the end of the credential scope
 * @param signedHeaders the names of the header fields that are signed, in the client's order
 * @param signature the signature in hexadecimal
 */
record Authorization(
        String accessKeyId,
        String date,
        String region,
        String service,
        String terminator,
        List<String> signedHeaders,
        String signature) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final int MAX_REGION = 32;
    private static final int MAX_KEY_ID = 128;

    /**
     * The header of a request.
     *
     * @throws ProtocolFault there is none, or it is not of the form of Signature Version 4
     */
    static Authorization of(Request request) {
        List<String> headers = request.headers().all("Authorization");
        if (headers.isEmpty()) {
            throw new ProtocolFault("MissingAuthenticationTokenException", AuthTexts.MISSING);
        }
        String header = headers.getFirst();
        if (headers.size() > 1 || !header.startsWith(ALGORITHM + " ")) {
            throw incomplete(AuthTexts.UNSUPPORTED_ALGORITHM);
        }
        String rest = header.substring(ALGORITHM.length());
        String credential = parameter(rest, "Credential");
        String signedHeaders = parameter(rest, "SignedHeaders");
        String signature = parameter(rest, "Signature");
        if (credential == null || signedHeaders == null || signature == null) {
            throw incomplete(AuthTexts.missingParameters(credential, signature, signedHeaders));
        }
        return of(credential, List.of(signedHeaders.split(";", -1)), signature);
    }

    private static Authorization of(String credential, List<String> signedHeaders, String signature) {
        String[] parts = credential.split("/", -1);
        if (parts.length != 5 || !isKeyId(parts[0])) {
            throw incomplete(AuthTexts.CREDENTIAL_ELEMENTS);
        }
        if (!isRegion(parts[2])) {
            throw new ProtocolFault("InvalidSignatureException", AuthTexts.REGION);
        }
        return new Authorization(parts[0], parts[1], parts[2], parts[3], parts[4], signedHeaders, signature);
    }

    /** The value of one of the parameters, which are separated by commas and perhaps spaces; null when it is absent. */
    private static @Nullable String parameter(String parameters, String name) {
        for (String parameter : parameters.split(",", -1)) {
            String stripped = parameter.strip();
            if (stripped.startsWith(name) && stripped.startsWith("=", name.length())) {
                return stripped.substring(name.length() + 1);
            }
        }
        return null;
    }

    /** Whether the text may be an access key's id; it is logged, and asked for in the store. */
    private static boolean isKeyId(String text) {
        return !text.isEmpty() && text.length() <= MAX_KEY_ID && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    /** Whether the text has the form of a region; it becomes part of the ids of pools. */
    private static boolean isRegion(String text) {
        return !text.isEmpty()
                && text.length() <= MAX_REGION
                && text.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-');
    }

    private static ProtocolFault incomplete(String message) {
        return new ProtocolFault("IncompleteSignatureException", message);
    }

    /** The credential scope as it is signed. */
    String scope() {
        return date + "/" + region + "/" + service + "/" + terminator;
    }

    @Override
    public String toString() {
        return "Authorization of " + accessKeyId;
    }
}
