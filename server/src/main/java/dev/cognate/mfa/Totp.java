package dev.cognate.mfa;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Time-based one-time passwords (RFC 6238) of HMAC-SHA1: six digits, a new one every 30 seconds. Reference: auth 19.3.
 */
final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int CODES = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** The number of the time step that a moment lies in. */
    static long step(Instant time) {
        return Math.floorDiv(time.getEpochSecond(), STEP_SECONDS);
    }

    /** The code of a time step. */
    static String code(byte[] seed, long step) {
        byte[] hash =
                hmacSha1(seed, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = hash[hash.length - 1] & 0xf;
        int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%06d", number % CODES);
    }

    /** A seed as people and apps take it: Base32 (RFC 4648) without padding. */
    static String base32(byte[] seed) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int kept = 0;
        for (byte each : seed) {
            kept = ((kept << 8) | Byte.toUnsignedInt(each)) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt((kept >> (bits - 5)) & 31));
            }
        }
        return bits == 0
                ? text.toString()
                : text.append(BASE32.charAt((kept << (5 - bits)) & 31)).toString();
    }

    private static byte[] hmacSha1(byte[] key, byte[] data) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(data);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("This Java runtime lacks HMAC-SHA1", broken);
        }
    }
}
