package dev.cognate.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * The key that a passphrase stands for, to seal what leaves the server in a file. Safe for use by many threads.
 *
 * <p>Argon2id (version 1.3, 64 MiB, 3 passes, 1 lane) makes of the passphrase and the label's SHA-256 a key for HMAC and
 * one for AES-256-GCM. The same secret at the same place is sealed to the same text each time, so that a file of equal
 * content has equal bytes: the nonce is no random one but the HMAC-SHA256 of place and secret, cut to 12 bytes. It repeats
 * only where both are equal, which then shows, and nothing more. A seal is nonce (12), ciphertext and tag (16) in Base64;
 * it opens at its own place only.
 */
public final class PassphraseKey {
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int SALT_LENGTH = 16;
    private static final int KEY_LENGTH = 32;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final SecretKey nonces;
    private final SecretKey seals;

    private PassphraseKey(byte[] both) {
        this.nonces = new SecretKeySpec(both, 0, KEY_LENGTH, "HmacSHA256");
        this.seals = new SecretKeySpec(both, KEY_LENGTH, KEY_LENGTH, "AES");
    }

    /**
     * The key of a passphrase; takes a fraction of a second on purpose.
     *
     * @param label salts it: other labels give other keys
     */
    public static PassphraseKey of(String passphrase, String label) {
        byte[] salt = Arrays.copyOf(
                Jca.sha256().digest(("cognate/passphrase/1/" + label).getBytes(StandardCharsets.UTF_8)), SALT_LENGTH);
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] both = new byte[2 * KEY_LENGTH];
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), both);
        return new PassphraseKey(both);
    }

    /** The sealed form of a secret, the same each time. */
    public String seal(byte[] plain, String place) {
        byte[] where = place.getBytes(StandardCharsets.UTF_8);
        byte[] nonce = nonce(where, plain);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, where).doFinal(plain);
            return Base64.getEncoder()
                    .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                            .put(nonce)
                            .put(sealed)
                            .array());
        } catch (GeneralSecurityException e) {
            throw Jca.broken(e);
        }
    }

    /**
     * The secret that was sealed at this place.
     *
     * @throws SealBroken the text is damaged, or was sealed elsewhere or under another passphrase
     */
    public byte[] open(String sealed, String place) {
        byte[] bytes = decoded(sealed);
        byte[] where = place.getBytes(StandardCharsets.UTF_8);
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_LENGTH), where)
                    .doFinal(bytes, NONCE_LENGTH, bytes.length - NONCE_LENGTH);
        } catch (AEADBadTagException _) {
            throw broken();
        } catch (GeneralSecurityException e) {
            throw Jca.broken(e);
        }
    }

    private static byte[] decoded(String sealed) {
        try {
            byte[] bytes = Base64.getDecoder().decode(sealed);
            if (bytes.length >= NONCE_LENGTH + TAG_BITS / 8) {
                return bytes;
            }
        } catch (IllegalArgumentException _) { // Its message would show a part of the text.
            throw broken();
        }
        throw broken();
    }

    private static SealBroken broken() {
        return new SealBroken("The text is damaged, or was sealed elsewhere or under another passphrase");
    }

    private byte[] nonce(byte[] where, byte[] plain) {
        Mac mac = Jca.hmacSha256(nonces);
        mac.update(ByteBuffer.allocate(4).putInt(where.length).flip());
        mac.update(where);
        return Arrays.copyOf(mac.doFinal(plain), NONCE_LENGTH);
    }

    private Cipher cipher(int mode, byte[] nonce, byte[] where) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, seals, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(where);
        return cipher;
    }

    @Override
    public String toString() {
        return "PassphraseKey[***]";
    }
}
