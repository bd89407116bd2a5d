package dev.cognate.conformance;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An authenticator app (RFC 6238: HMAC-SHA1, six digits, 30 seconds) that gives no code twice. */
final class AuthenticatorApp {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final long STEP_MILLIS = 30_000;

    private final byte[] seed;
    private long last = -1;

    AuthenticatorApp(String secretCode) {
        seed = decoded(secretCode);
    }

    /** The code of now; or, once that was given, the next one, which is taken already. */
    String code() {
        last = Math.max(last + 1, System.currentTimeMillis() / STEP_MILLIS);
        byte[] hash = hash(ByteBuffer.allocate(Long.BYTES).putLong(last).array());
        int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % 1_000_000);
    }

    private byte[] hash(byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(seed, "HmacSHA1"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] decoded(String base32) {
        ByteBuffer bytes = ByteBuffer.allocate(base32.length() * 5 / 8);
        int kept = 0;
        int bits = 0;
        for (int i = 0; i < base32.length(); i++) {
            kept = (kept << 5 | BASE32.indexOf(base32.charAt(i))) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.put((byte) (kept >> bits));
            }
        }
        return bytes.array();
    }
}
