package dev.cognate.signin;

import dev.cognate.app.Reply;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The client's half of SRP-6a, as every SDK has it (auth 9.2); a second writing of the arithmetic, to check the first. */
final class SrpClient {
    static final BigInteger N = new BigInteger(
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

    private final BigInteger secret = new BigInteger(1024, new SecureRandom());
    private final String group;
    private final String password;

    SrpClient(String group, String password) {
        this.group = group;
        this.password = password;
    }

    /** {@code SRP_A}. */
    String publicNumber() {
        return G.modPow(secret, N).toString(16);
    }

    /** The number that is registered of the password, with a salt. */
    BigInteger verifier(BigInteger salt, String user) {
        return G.modPow(passwordHash(salt, user), N);
    }

    private BigInteger passwordHash(BigInteger salt, String user) {
        return hash(salt.toByteArray(), digest(bytes(group + user + ":" + password)));
    }

    static String timestamp(Instant now) {
        return DateTimeFormatter.ofPattern("EEE MMM d HH:mm:ss 'UTC' yyyy", Locale.US)
                .format(now.atZone(ZoneOffset.UTC));
    }

    /** {@code PASSWORD_CLAIM_SIGNATURE} for a challenge. */
    String sign(Reply challenge, String user, String timestamp) {
        BigInteger serverPublic = new BigInteger(challenge.member("SRP_B"), 16);
        BigInteger salt = new BigInteger(challenge.member("SALT"), 16);
        BigInteger k = hash(N.toByteArray(), G.toByteArray());
        BigInteger u = hash(G.modPow(secret, N).toByteArray(), serverPublic.toByteArray());
        BigInteger x = passwordHash(salt, user);
        BigInteger shared = serverPublic.subtract(k.multiply(G.modPow(x, N))).modPow(secret.add(u.multiply(x)), N);
        byte[] key = mac(mac(u.toByteArray(), shared.toByteArray()), bytes("Caldera Derived Key\u0001"));
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(bytes(group + user));
        message.writeBytes(Base64.getDecoder().decode(challenge.member("SECRET_BLOCK")));
        message.writeBytes(bytes(timestamp));
        return Base64.getEncoder().encodeToString(mac(Arrays.copyOf(key, 16), message.toByteArray()));
    }

    /** {@code DeviceSecretVerifierConfig} of a device's password. Reference: auth 9.5. */
    static String secret(String group, String device, String password) {
        BigInteger salt = new BigInteger(120, new SecureRandom()).setBit(0);
        BigInteger x = hash(salt.toByteArray(), digest(bytes(group + device + ":" + password)));
        return "{\"Salt\":\"%s\",\"PasswordVerifier\":\"%s\"}".formatted(base64(salt), base64(G.modPow(x, N)));
    }

    private static String base64(BigInteger number) {
        return Base64.getEncoder().encodeToString(number.toByteArray());
    }

    private static BigInteger hash(byte[] one, byte[] other) {
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.writeBytes(one);
        both.writeBytes(other);
        return new BigInteger(1, digest(both.toByteArray()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] mac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
