package dev.cognate.crypto;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;

/**
 * What is kept instead of a password: the salt and the SRP-6a verifier {@code g^x mod N}. It serves sign-in by SRP and
 * by plain password alike. Passwords can be guessed against it, so it is sealed before it is stored.
 *
 * <p>It is bound to the pool's name (the part of its id after the underscore) and to the username in its stored spelling;
 * in pools where people sign in by e-mail or phone that is the {@code sub}. Reference: auth 9.1 and 9.2.
 *
 * @param salt a positive number of at most 16 bytes
 * @param verifier a number from 1 to N - 1
 */
public record SrpVerifier(BigInteger salt, BigInteger verifier) {
    private static final byte VERSION = 1;
    private static final int SALT_LENGTH = 16;

    /** Refuses numbers outside their range. */
    public SrpVerifier {
        if (salt.signum() <= 0 || salt.bitLength() > SALT_LENGTH * 8) {
            throw new IllegalArgumentException("An SRP salt is a positive number of at most 16 bytes");
        }
        if (verifier.signum() <= 0 || verifier.compareTo(SrpGroup.PRIME) >= 0) {
            throw new IllegalArgumentException("An SRP verifier is a positive number below the group's prime");
        }
    }

    /** The verifier of a password, with a new salt. */
    public static SrpVerifier create(String poolName, String username, String password, SecureRandom random) {
        return of(newSalt(random), poolName, username, password);
    }

    static SrpVerifier of(BigInteger salt, String poolName, String username, String password) {
        MessageDigest sha256 = Jca.sha256();
        byte[] identity = sha256.digest((poolName + username + ":" + password).getBytes(StandardCharsets.UTF_8));
        sha256.update(salt.toByteArray());
        BigInteger x = new BigInteger(1, sha256.digest(identity));
        return new SrpVerifier(salt, GeneratorPowers.power(x));
    }

    /**
     * The verifier of nobody: numbers that follow from the seed alone, and for which nobody knows a password. It stands
     * in for a user who does not exist, so that such a one looks the same each time and takes as long.
     *
     * @param seed at least 32 secret bytes
     */
    public static SrpVerifier simulated(byte[] seed) {
        MessageDigest sha256 = Jca.sha256();
        byte[] verifier = new byte[SrpGroup.LENGTH];
        for (int i = 0; i < verifier.length; i += sha256.getDigestLength()) {
            sha256.update(seed);
            sha256.update((byte) i);
            sha256.update((byte) (i >> 8));
            System.arraycopy(sha256.digest(), 0, verifier, i, sha256.getDigestLength());
        }
        return simulated(seed, new BigInteger(1, verifier));
    }

    /**
     * The verifier of somebody else who is nobody. It costs next to nothing: where real ones are opened, one of nobody is
     * opened too, and then made another one for each name.
     *
     * @param seed at least 32 secret bytes
     */
    public SrpVerifier disguised(byte[] seed) {
        return simulated(seed, verifier.add(simulatedSalt(seed)));
    }

    private static SrpVerifier simulated(byte[] seed, BigInteger number) {
        BigInteger below = number.mod(SrpGroup.PRIME.subtract(BigInteger.ONE));
        return new SrpVerifier(simulatedSalt(seed), below.add(BigInteger.ONE));
    }

    private static BigInteger simulatedSalt(byte[] seed) {
        byte[] salt = Sha256.of(seed);
        while (salt[0] == 0) { // As for real salts.
            salt = Sha256.of(salt);
        }
        return new BigInteger(1, Arrays.copyOf(salt, SALT_LENGTH));
    }

    /** A salt whose first byte is not zero: it travels as a number, and clients drop leading zeros. */
    private static BigInteger newSalt(SecureRandom random) {
        byte[] salt = new byte[SALT_LENGTH];
        do {
            random.nextBytes(salt);
        } while (salt[0] == 0);
        return new BigInteger(1, salt);
    }

    /**
     * Whether the password is the one. The comparison takes the same time for every wrong verifier; the exponentiation
     * before it ({@link GeneratorPowers}) takes a time that depends slightly on the password that was presented.
     */
    public boolean matches(String poolName, String username, String password) {
        BigInteger presented = of(salt, poolName, username, password).verifier;
        return ConstantTime.equals(SrpGroup.atFullLength(presented), SrpGroup.atFullLength(verifier));
    }

    /** The two numbers as bytes: version (1), salt (16), verifier (384). */
    public byte[] encode() {
        byte[] bytes = new byte[1 + SALT_LENGTH + SrpGroup.LENGTH];
        bytes[0] = VERSION;
        byte[] full = SrpGroup.atFullLength(salt);
        System.arraycopy(full, SrpGroup.LENGTH - SALT_LENGTH, bytes, 1, SALT_LENGTH);
        System.arraycopy(SrpGroup.atFullLength(verifier), 0, bytes, 1 + SALT_LENGTH, SrpGroup.LENGTH);
        return bytes;
    }

    /**
     * The verifier that was encoded.
     *
     * @throws IllegalArgumentException the bytes are not one
     */
    public static SrpVerifier decode(byte[] bytes) {
        if (bytes.length != 1 + SALT_LENGTH + SrpGroup.LENGTH || bytes[0] != VERSION) {
            throw new IllegalArgumentException("The bytes are not an SRP verifier");
        }
        BigInteger salt = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + SALT_LENGTH));
        return new SrpVerifier(salt, new BigInteger(1, Arrays.copyOfRange(bytes, 1 + SALT_LENGTH, bytes.length)));
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "SrpVerifier[***]";
    }
}
