package dev.cognate.cli.login;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The client's half of SRP-6a as Amazon Cognito has it: proves that it knows the password and tells nothing about it.
 * Reference: auth 9.1, 9.2.
 */
final class Srp {
    /** The 3072-bit group of RFC 3526. */
    private static final BigInteger N = new BigInteger(
            "FFFFFFFFFFFFFFFFC90FDAA22168C234C4C6628B80DC1CD129024E088A67CC74020BBEA63B139B22514A08798E3404DD"
                    + "EF9519B3CD3A431B302B0A6DF25F14374FE1356D6D51C245E485B576625E7EC6F44C42E9A637ED6B0BFF5CB6F406B7ED"
                    + "EE386BFB5A899FA5AE9F24117C4B1FE649286651ECE45B3DC2007CB8A163BF0598DA48361C55D39A69163FA8FD24CF5F"
                    + "83655D23DCA3AD961C62F356208552BB9ED529077096966D670C354E4ABC9804F1746C08CA18217C32905E462E36CE3B"
                    + "E39E772C180E86039B2783A2EC07A28FB5C55DF06F4C52C9DE2BCBF6955817183995497CEA956AE515D2261898FA0510"
                    + "15728E5A8AAAC42DAD33170D04507A33A85521ABDF1CBA64ECFB850458DBEF0A8AEA71575D060C7DB3970F85A6E1E4C7"
                    + "ABF5AE8CDB0933D71E8C94E04A25619DCEE3D2261AD2EE6BF12FFA06D98A0864D87602733EC86A64521F2B18177B200C"
                    + "BBE117577A615D6C770988C0BAD946E208E24FA074E5AB3143DB5BFCE0FD108E4B82D120A93AD2CAFFFFFFFFFFFFFFFF",
            16);

    private static final BigInteger G = BigInteger.TWO;
    private static final int SECRET_BITS = 1024;
    private static final int KEY_BYTES = 16;
    /** The label of the key, and the number of the block that is used. */
    private static final byte[] KEY_LABEL = "Caldera Derived Key\u0001".getBytes(StandardCharsets.UTF_8);

    private final BigInteger secret;
    private final BigInteger sent;

    /** @param secret a random number that is used for one sign-in only */
    Srp(BigInteger secret) {
        this.secret = secret;
        this.sent = G.modPow(secret, N);
    }

    /** With a secret that nobody knows. */
    static Srp begun() {
        return new Srp(new BigInteger(SECRET_BITS, new SecureRandom()));
    }

    /** What is sent at the beginning, as hexadecimal digits. */
    String a() {
        return sent.toString(16);
    }

    /**
     * What the server tells before the proof.
     *
     * @param pool the part of the pool's id behind the underscore; for a device its group
     * @param user the name that goes into the proof; for a device its key
     * @param salt the salt of the password
     * @param b the server's half
     * @param secretBlock what the server wants to have back, Base64
     */
    record Challenge(String pool, String user, BigInteger salt, BigInteger b, String secretBlock) {}

    /**
     * The proof, Base64.
     *
     * @param timestamp when it is given, in the words in which it is sent
     * @throws IllegalArgumentException when the server's half is one that no honest server sends
     */
    String signature(Challenge challenge, String password, String timestamp) {
        byte[] key = key(challenge, password);
        byte[] block = Base64.getDecoder().decode(challenge.secretBlock());
        byte[] text = joined(utf8(challenge.pool()), utf8(challenge.user()), block, utf8(timestamp));
        return Base64.getEncoder().encodeToString(hmac(key, text));
    }

    /** The key that both sides come to. */
    byte[] key(Challenge challenge, String password) {
        BigInteger b = challenge.b();
        BigInteger u = number(hash(pad(sent), pad(b)));
        if (b.mod(N).signum() == 0 || u.signum() == 0) {
            throw new IllegalArgumentException("the server's half of the key is zero");
        }
        BigInteger x = x(challenge.pool(), challenge.user(), password, challenge.salt());
        BigInteger k = number(hash(pad(N), pad(G)));
        BigInteger base = b.subtract(k.multiply(G.modPow(x, N))).mod(N);
        BigInteger shared = base.modPow(secret.add(u.multiply(x)), N);
        return Arrays.copyOf(hmac(hmac(pad(u), pad(shared)), KEY_LABEL), KEY_BYTES);
    }

    /** What a server keeps to check proofs of the password, which does not tell the password. */
    static BigInteger verifier(String pool, String user, String password, BigInteger salt) {
        return G.modPow(x(pool, user, password, salt), N);
    }

    private static BigInteger x(String pool, String user, String password, BigInteger salt) {
        return number(hash(pad(salt), hash(utf8(pool), utf8(user), utf8(":"), utf8(password))));
    }

    private static byte[] pad(BigInteger number) {
        return number.toByteArray();
    }

    private static BigInteger number(byte[] bytes) {
        return new BigInteger(1, bytes);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        byte[] whole = new byte[length];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, whole, at, part.length);
            at += part.length;
        }
        return whole;
    }

    private static byte[] hash(byte[]... parts) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(joined(parts));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has HMAC-SHA256", impossible);
        }
    }

    /** Names no number: the secret is one. */
    @Override
    public String toString() {
        return "Srp[***]";
    }
}
