package dev.cognate.tokens;

import com.nimbusds.jwt.SignedJWT;
import dev.cognate.crypto.RsaKey;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;

/** Signed texts in compact form (RFC 7515), with the service's header: {@code kid} and {@code alg}, in this order. */
final class Jws {
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private Jws() {}

    static String sign(Shape claims, RsaKey key) {
        String header = part(JsonOutput.encode(out -> {
            out.beginObject();
            out.member("kid", key.id());
            out.member("alg", "RS256");
            out.endObject();
        }));
        String signed = header + "." + part(JsonOutput.encode(claims));
        return signed + "." + part(key.sign(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** Whether a text has this form, whoever signed it. */
    static boolean isOne(String text) {
        try {
            SignedJWT.parse(text);
            return true;
        } catch (ParseException other) {
            return false;
        }
    }

    private static String part(byte[] bytes) {
        return BASE64_URL.encodeToString(bytes);
    }
}
