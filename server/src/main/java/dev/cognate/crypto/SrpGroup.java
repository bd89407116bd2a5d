package dev.cognate.crypto;

import java.math.BigInteger;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The numbers that every SRP exchange with Cognito uses: the 3072-bit group of RFC 3526 and generator 2. */
public final class SrpGroup {
    /** The prime, N. */
    public static final BigInteger PRIME = new BigInteger("""
            FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74\
            020BBEA63B139B22514A08798E3404DDEF9519B3CD3A431B302B0A6DF25F1437\
            4FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED\
            EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF05\
            98DA48361C55D39A69163FA8FD24CF5F83655D23DCA3AD961C62F356208552BB\
            9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B\
            E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF695581718\
            3995497CEA956AE515D2261898FA051015728E5A8AAAC42DAD33170D04507A33\
            A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7\
            ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864\
            D87602733EC86A64521F2B18177B200CBBE117577A615D6C770988C0BAD946E2\
            08E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF""", 16);

    /** The generator, g. */
    public static final BigInteger GENERATOR = BigInteger.TWO;

    /** The bytes of a value below the prime when written at full length. */
    static final int LENGTH = 384;

    /** What a prime of 3,072 bits and zeros of two bytes have at most in hexadecimal digits. */
    private static final int MOST_DIGITS = 2 * LENGTH + 2;

    private SrpGroup() {}

    /** A number as it travels: hexadecimal digits, without zeros in front. */
    public static String digits(BigInteger number) {
        String digits = HexFormat.of().formatHex(number.toByteArray());
        int zeros = 0;
        while (zeros < digits.length() - 1 && digits.charAt(zeros) == '0') {
            zeros++;
        }
        return digits.substring(zeros);
    }

    /**
     * The number that travelled as hexadecimal digits. Clients may put zeros in front; no honest one sends more than two
     * beyond the prime's length, or a number that is longer than the prime.
     *
     * @return null when the text is no such number
     */
    public static @Nullable BigInteger number(String digits) {
        if (digits.isEmpty() || digits.length() > MOST_DIGITS) {
            return null;
        }
        try {
            String whole = digits.length() % 2 == 0 ? digits : "0" + digits;
            BigInteger number = new BigInteger(1, HexFormat.of().parseHex(whole));
            return number.bitLength() > PRIME.bitLength() ? null : number;
        } catch (IllegalArgumentException otherCharacters) {
            return null;
        }
    }

    /** The value below the prime, big-endian, at full length. */
    static byte[] atFullLength(BigInteger value) {
        byte[] minimal = value.toByteArray();
        byte[] full = new byte[LENGTH];
        int sign = minimal.length > LENGTH ? 1 : 0; // A leading zero byte, there to keep the number positive.
        System.arraycopy(minimal, sign, full, LENGTH - minimal.length + sign, minimal.length - sign);
        return full;
    }
}
