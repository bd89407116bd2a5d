package dev.cognate.crypto;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Mac;

/**
 * The server's half of one SRP-6a exchange, between the challenge and its answer: the client's public number A, the
 * server's secret b and its public number B. It stays good on any node, sealed. Reference: auth 9.
 *
 * @param clientPublic A, not 0 modulo N
 * @param secret b
 * @param serverPublic B
 */
public record SrpServer(BigInteger clientPublic, BigInteger secret, BigInteger serverPublic) {
    private static final BigInteger MULTIPLIER = hash(SrpGroup.PRIME, SrpGroup.GENERATOR);
    private static final int SECRET_BITS = 256;
    private static final int SECRET_LENGTH = SECRET_BITS / 8;
    private static final int SESSION_KEY_LENGTH = 16;
    private static final byte[] DERIVATION = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);

    /** Refuses a client's number with which any password would do. */
    public SrpServer {
        if (!isGood(clientPublic)) {
            throw new IllegalArgumentException("An SRP client's public number is not 0 modulo N");
        }
    }

    /** Whether a client's public number may take part: with a multiple of N anybody would know the session key. */
    public static boolean isGood(BigInteger clientPublic) {
        return clientPublic.signum() > 0 && clientPublic.mod(SrpGroup.PRIME).signum() != 0;
    }

    /** Begins an exchange about a verifier, with a secret of 256 random bits. */
    public static SrpServer begin(BigInteger clientPublic, SrpVerifier verifier, SecureRandom random) {
        BigInteger secret = new BigInteger(SECRET_BITS, random).setBit(SECRET_BITS - 1);
        return of(clientPublic, verifier, secret);
    }

    static SrpServer of(BigInteger clientPublic, SrpVerifier verifier, BigInteger secret) {
        BigInteger serverPublic = MULTIPLIER
                .multiply(verifier.verifier())
                .add(GeneratorPowers.power(secret))
                .mod(SrpGroup.PRIME);
        return new SrpServer(clientPublic.mod(SrpGroup.PRIME), secret, serverPublic);
    }

    /**
     * What the client signs with the key that both sides know only if the client knows the password.
     *
     * @param group the pool's name, or the device's group
     * @param user the user id that the client was told
     * @param block the secret block of the challenge
     * @param timestamp the time as the client wrote it
     */
    public record Claim(String group, String user, byte[] block, String timestamp) {
        private byte[] bytes() {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.writeBytes((group + user).getBytes(StandardCharsets.UTF_8));
            bytes.writeBytes(block);
            bytes.writeBytes(timestamp.getBytes(StandardCharsets.UTF_8));
            return bytes.toByteArray();
        }
    }

    /** Whether the signature proves the password of the verifier; compared in constant time. */
    public boolean proves(SrpVerifier verifier, Claim claim, byte[] signature) {
        Mac mac = Jca.hmacSha256(sessionKey(verifier));
        return ConstantTime.equals(mac.doFinal(claim.bytes()), signature);
    }

    byte[] sessionKey(SrpVerifier verifier) {
        BigInteger scrambler = hash(clientPublic, serverPublic);
        BigInteger shared = clientPublic
                .multiply(verifier.verifier().modPow(scrambler, SrpGroup.PRIME))
                .modPow(secret, SrpGroup.PRIME);
        byte[] pseudorandom = Jca.hmacSha256(scrambler.toByteArray()).doFinal(shared.toByteArray());
        return Arrays.copyOf(Jca.hmacSha256(pseudorandom).doFinal(DERIVATION), SESSION_KEY_LENGTH);
    }

    private static BigInteger hash(BigInteger one, BigInteger other) {
        MessageDigest sha256 = Jca.sha256();
        sha256.update(one.toByteArray());
        return new BigInteger(1, sha256.digest(other.toByteArray()));
    }

    /** The three numbers as bytes: A (384), B (384), b (32). */
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(SrpGroup.atFullLength(clientPublic));
        bytes.writeBytes(SrpGroup.atFullLength(serverPublic));
        byte[] full = SrpGroup.atFullLength(secret);
        bytes.write(full, SrpGroup.LENGTH - SECRET_LENGTH, SECRET_LENGTH);
        return bytes.toByteArray();
    }

    /**
     * The exchange that was encoded.
     *
     * @throws IllegalArgumentException the bytes are not one
     */
    public static SrpServer decode(byte[] bytes) {
        if (bytes.length != 2 * SrpGroup.LENGTH + SECRET_LENGTH) {
            throw new IllegalArgumentException("The bytes are not an SRP exchange");
        }
        BigInteger clientPublic = new BigInteger(1, Arrays.copyOf(bytes, SrpGroup.LENGTH));
        BigInteger serverPublic = new BigInteger(1, Arrays.copyOfRange(bytes, SrpGroup.LENGTH, 2 * SrpGroup.LENGTH));
        return new SrpServer(
                clientPublic,
                new BigInteger(1, Arrays.copyOfRange(bytes, 2 * SrpGroup.LENGTH, bytes.length)),
                serverPublic);
    }

    /** Shows nothing. */
    @Override
    public String toString() {
        return "SrpServer[***]";
    }
}
