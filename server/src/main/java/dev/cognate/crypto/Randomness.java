package dev.cognate.crypto;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every random code, id and secret of the server, each uniform over all values of its form. Safe for use by many
 * threads.
 */
public final class Randomness {
    private static final String DIGITS = "0123456789";
    private static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** Signs that every password policy counts as such, and that no message or command line has to escape. */
    private static final String SIGNS = "!@#%*?+-=_.:";

    private final SecureRandom random;
    private final InstantSource clock;

    /** The last UUID's time in milliseconds, with the counter of that millisecond in the 12 lowest bits. */
    private final AtomicLong lastStamp = new AtomicLong();

    /** Texts from this source, and UUIDs of this clock. */
    public Randomness(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /** A confirmation code: six digits, leading zeros kept. Reference: lifecycle A9. */
    public String code() {
        return code(6);
    }

    /** A code of so many digits. */
    public String code(int digits) {
        return text(DIGITS, digits);
    }

    /**
     * A temporary password: letters of both cases, digits and signs, at least one of each. No sign is the first, where a
     * command line takes a hyphen for that of an option, nor the last, where a full stop seems to end the message's sentence.
     *
     * @param length how many characters, at least 8
     */
    public String password(int length) {
        String password;
        do { // Throwing away what is not of the form leaves the others equally likely.
            password = text(LOWER + UPPER + DIGITS + SIGNS, length);
        } while (!Stream.of(LOWER, UPPER, DIGITS, SIGNS).allMatch(hasOneOf(password)) || hasSignAtAnEnd(password));
        return password;
    }

    private static boolean hasSignAtAnEnd(String password) {
        return SIGNS.indexOf(password.charAt(0)) >= 0 || SIGNS.indexOf(password.charAt(password.length() - 1)) >= 0;
    }

    private static Predicate<String> hasOneOf(String text) {
        return kind -> text.chars().anyMatch(c -> kind.indexOf(c) >= 0);
    }

    /** An app client's id: 26 lower-case letters and digits. */
    public String clientId() {
        return text(LOWER + DIGITS, 26);
    }

    /** An app client's secret: 51 lower-case letters and digits. */
    public String clientSecret() {
        return text(LOWER + DIGITS, 51);
    }

    /** The part of a user pool's id after the region and the underscore: nine letters and digits. */
    public String poolSuffix() {
        return text(DIGITS + UPPER + LOWER, 9);
    }

    /** A user import job's id: {@code import-} and ten letters and digits. Reference: lifecycle H. */
    public String importJobId() {
        return "import-" + text(DIGITS + UPPER + LOWER, 10);
    }

    /** The host name of a distribution as CloudFront has them: {@code d} and 13 lower-case letters and digits. */
    public String distribution() {
        return "d" + text(DIGITS + LOWER, 13) + ".cloudfront.net";
    }

    /**
     * A session's id: 28 lower-case letters and digits.
     *
     * @param kind its first three
     */
    public String sessionId(String kind) {
        return kind + text(LOWER + DIGITS, 25);
    }

    /** The public half of an access key in AWS's form: {@code AKIA} and 16 upper-case letters and digits. */
    public String accessKeyId() {
        return "AKIA" + text(UPPER + DIGITS, 16);
    }

    /** The secret half of an access key in AWS's form: 40 letters, digits, slashes and plus signs. */
    public String secretAccessKey() {
        return text(UPPER + LOWER + DIGITS + "/+", 40);
    }

    /**
     * A UUID of version 7 in lower case (RFC 9562, 5.7): its milliseconds first, so that texts sort by time. Those of one
     * instance are strictly ascending, by a 12-bit counter within the millisecond (6.2, method 1); 62 bits are random.
     */
    public String uuid() {
        long now = clock.millis() << 12;
        long stamp = lastStamp.updateAndGet(last -> Math.max(last + 1, now));
        long high = ((stamp >>> 12) << 16) | 0x7000 | (stamp & 0xfff);
        long low = (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /**
     * A UUID of version 4 in lower case: 122 random bits. For ids whose form the API prescribes, or that are not to tell
     * their age.
     */
    public String randomUuid() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return uuid(bytes);
    }

    /**
     * The UUID of version 4 in lower case that these bytes make.
     *
     * @param bytes random, or not to be told from that; at least 16
     */
    public static String uuid(byte[] bytes) {
        ByteBuffer random = ByteBuffer.wrap(bytes);
        long high = (random.getLong() & ~0xf000L) | 0x4000;
        long low = (random.getLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new UUID(high, low).toString();
    }

    /** Characters drawn from an alphabet of at most 256; bytes that would favour its beginning are thrown away. */
    private String text(String alphabet, int length) {
        int fair = 256 - 256 % alphabet.length();
        StringBuilder text = new StringBuilder(length);
        byte[] bytes = new byte[length + length / 2];
        while (text.length() < length) {
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length && text.length() < length; i++) {
                int value = Byte.toUnsignedInt(bytes[i]);
                if (value < fair) {
                    text.append(alphabet.charAt(value % alphabet.length()));
                }
            }
        }
        return text.toString();
    }
}
