package dev.cognate.bench.subject;

import dev.cognate.crypto.Sha256;
import dev.cognate.crypto.SrpGroup;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's half of a sign-in by SRP, with a secret of 256 bits. For one sign-in. */
public final class SrpClient {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US);
    private static final int SECRET_BITS = 256;
    private static final int KEY_LENGTH = 16;

    private final BigInteger secret;
    private final BigInteger publicNumber;

    /** A new secret. */
    public SrpClient(SecureRandom random) {
        this.secret = new BigInteger(SECRET_BITS, random);
        this.publicNumber = SrpGroup.GENERATOR.modPow(secret, SrpGroup.PRIME);
    }

    /** What the client says first, {@code SRP_A}. */
    public BigInteger publicNumber() {
        return publicNumber;
    }

    /** A moment as clients write it. */
    public static String timestamp(Instant now) {
        return TIMESTAMP.format(now.atZone(ZoneOffset.UTC));
    }

    /**
     * Who signs in.
     *
     * @param group the pool's id after the underscore
     */
    public record Account(String group, String user, String password) {
        private String name() {
            return group + user;
        }
    }

    /** What the server asked for. */
    public record Challenge(BigInteger salt, BigInteger serverPublic, String secretBlock) {}

    /** The signature over a challenge, {@code PASSWORD_CLAIM_SIGNATURE}. */
    public String sign(Account account, Challenge challenge, String timestamp) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(bytes(account.name()));
        message.writeBytes(Base64.getDecoder().decode(challenge.secretBlock));
        message.writeBytes(bytes(timestamp));
        byte[] key = Arrays.copyOf(sessionKey(account, challenge), KEY_LENGTH);
        return Base64.getEncoder().encodeToString(mac(key, message.toByteArray()));
    }

    private byte[] sessionKey(Account account, Challenge challenge) {
        BigInteger multiplier = hash(SrpGroup.PRIME.toByteArray(), SrpGroup.GENERATOR.toByteArray());
        BigInteger scrambler = hash(publicNumber.toByteArray(), challenge.serverPublic.toByteArray());
        byte[] identity = Sha256.of(bytes(account.name() + ":" + account.password));
        BigInteger x = hash(challenge.salt.toByteArray(), identity);
        BigInteger shared = challenge
                .serverPublic
                .subtract(multiplier.multiply(SrpGroup.GENERATOR.modPow(x, SrpGroup.PRIME)))
                .modPow(secret.add(scrambler.multiply(x)), SrpGroup.PRIME);
        return mac(mac(scrambler.toByteArray(), shared.toByteArray()), bytes("Caldera Derived Key\u0001"));
    }

    private static BigInteger hash(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return new BigInteger(1, Sha256.of(both));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime lacks a mandatory algorithm", e);
        }
    }
}
