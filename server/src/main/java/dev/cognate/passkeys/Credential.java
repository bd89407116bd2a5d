package dev.cognate.passkeys;

import dev.cognate.wire.Fault;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Violations;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a browser sent of a passkey: a RegistrationResponseJSON or an AuthenticationResponseJSON of WebAuthn, binary
 * members decoded.
 *
 * @param id the passkey's id in base64url, empty when it is missing
 * @param attachment {@code platform} or {@code cross-platform}, null when the browser did not say or said anything else
 * @param response the part that the authenticator made
 */
record Credential(String id, @Nullable String attachment, Response response) {
    private static final Set<String> ATTACHMENTS = Set.of("platform", "cross-platform");
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    /**
     * What the authenticator made; members that the browser left out are empty.
     *
     * @param attestationObject of a registration
     * @param authenticatorData of a sign-in
     * @param signature of a sign-in
     * @param userHandle of a sign-in, null when it is missing
     * @param transports of a registration; names that nobody knows are left out
     */
    record Response(
            byte[] clientDataJson,
            byte[] attestationObject,
            byte[] authenticatorData,
            byte[] signature,
            byte @Nullable [] userHandle,
            Set<String> transports) {
        private static final Response EMPTY =
                new Response(new byte[0], new byte[0], new byte[0], new byte[0], null, Set.of());
    }

    /** Reads what a browser sent; null for anything else. */
    static @Nullable Credential of(String json) {
        try {
            return JsonInput.decode(json.getBytes(StandardCharsets.UTF_8), Credential::read);
        } catch (Fault | IllegalArgumentException malformed) {
            return null;
        }
    }

    private static Credential read(JsonInput in, Path at, Violations violations) {
        String id = null;
        String attachment = null;
        Response response = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "id" -> id = in.string();
                case "authenticatorAttachment" -> attachment = in.string();
                case "response" -> response = in.structure(at, violations, Credential::readResponse);
                default -> in.skip();
            }
        }
        return new Credential(
                id == null ? "" : id,
                attachment != null && ATTACHMENTS.contains(attachment) ? attachment : null,
                response == null ? Response.EMPTY : response);
    }

    private static Response readResponse(JsonInput in, Path at, Violations violations) {
        Response read = Response.EMPTY;
        byte[] clientDataJson = read.clientDataJson;
        byte[] attestationObject = read.attestationObject;
        byte[] authenticatorData = read.authenticatorData;
        byte[] signature = read.signature;
        byte[] userHandle = null;
        Set<String> transports = read.transports;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "clientDataJSON" -> clientDataJson = bytes(in.string());
                case "attestationObject" -> attestationObject = bytes(in.string());
                case "authenticatorData" -> authenticatorData = bytes(in.string());
                case "signature" -> signature = bytes(in.string());
                case "userHandle" -> {
                    String text = in.string();
                    userHandle = text == null ? null : bytes(text);
                }
                case "transports" -> transports = known(in.strings());
                default -> in.skip();
            }
        }
        return new Response(clientDataJson, attestationObject, authenticatorData, signature, userHandle, transports);
    }

    private static Set<String> known(@Nullable List<@Nullable String> names) {
        Set<String> known = new TreeSet<>();
        for (String name : names == null ? List.<@Nullable String>of() : names) {
            if (name != null && TRANSPORTS.contains(name)) {
                known.add(name);
            }
        }
        return known;
    }

    /** Base64url with or without padding. */
    private static byte[] bytes(@Nullable String text) {
        return text == null ? new byte[0] : Base64.getUrlDecoder().decode(text);
    }

    /** Bytes as WebAuthn's JSON has them: base64url without padding. */
    static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
