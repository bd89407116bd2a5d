package dev.cognate.kms;

import dev.cognate.wire.ProtocolFault;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What is encrypted with a key: AES-256-GCM under a key of its own, made of the KMS key and 32 random bytes by
 * HMAC-SHA256, so that no key nears the number of messages that random nonces allow. The encryption context is
 * authenticated.
 *
 * <p>The bytes are: version (1), key id (16), room (75, zero), random key part (32), nonce (12), ciphertext and tag (16):
 * as long as the service's own, 184 bytes for a key of 32, so that whoever made room for those has room for these.
 */
final class Ciphertexts {
    private static final byte VERSION = 1;
    private static final int ROOM = 75;
    private static final int SALT = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final int KEY_PART = 1 + 16 + ROOM;
    private static final int HEADER = KEY_PART + SALT + NONCE;

    private final SecureRandom random;

    Ciphertexts(SecureRandom random) {
        this.random = random;
    }

    byte[] encrypt(UUID key, byte[] secret, byte[] plain, Map<String, String> context) {
        byte[] unique = new byte[SALT + NONCE];
        random.nextBytes(unique);
        ByteBuffer blob = ByteBuffer.allocate(HEADER + plain.length + TAG);
        blob.put(VERSION)
                .putLong(key.getMostSignificantBits())
                .putLong(key.getLeastSignificantBits())
                .put(new byte[ROOM])
                .put(unique);
        try {
            cipher(Cipher.ENCRYPT_MODE, secret, blob.array(), context).doFinal(ByteBuffer.wrap(plain), blob);
            return blob.array();
        } catch (GeneralSecurityException absent) {
            throw broken(absent);
        }
    }

    /**
     * The id of the key that encrypted this.
     *
     * @throws ProtocolFault InvalidCiphertextException: it was not made here
     */
    static UUID keyOf(byte[] blob) {
        if (blob.length < HEADER + TAG || blob[0] != VERSION) {
            throw Faults.invalidCiphertext();
        }
        return new UUID(ByteBuffer.wrap(blob).getLong(1), ByteBuffer.wrap(blob).getLong(9));
    }

    /**
     * What was encrypted.
     *
     * @throws ProtocolFault InvalidCiphertextException: it is damaged, or was encrypted with another context
     */
    static byte[] decrypt(byte[] secret, byte[] blob, Map<String, String> context) {
        try {
            return cipher(Cipher.DECRYPT_MODE, secret, blob, context).doFinal(blob, HEADER, blob.length - HEADER);
        } catch (AEADBadTagException _) {
            throw Faults.invalidCiphertext();
        } catch (GeneralSecurityException absent) {
            throw broken(absent);
        }
    }

    private static Cipher cipher(int mode, byte[] secret, byte[] blob, Map<String, String> context)
            throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret, "HmacSHA256"));
        mac.update(blob, KEY_PART, SALT);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(mac.doFinal(), "AES"),
                new GCMParameterSpec(TAG * 8, Arrays.copyOfRange(blob, KEY_PART + SALT, HEADER)));
        cipher.updateAAD(blob, 0, KEY_PART);
        cipher.updateAAD(bytes(context));
        return cipher;
    }

    /** The pairs in the order of their names, each text with its length before it. */
    private static byte[] bytes(Map<String, String> context) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new TreeMap<>(context).forEach((name, value) -> {
            for (String text : new String[] {name, value}) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                bytes.writeBytes(ByteBuffer.allocate(4).putInt(utf8.length).array());
                bytes.writeBytes(utf8);
            }
        });
        return bytes.toByteArray();
    }

    private static IllegalStateException broken(GeneralSecurityException cause) {
        return new IllegalStateException("This Java runtime lacks a mandatory algorithm", cause);
    }
}
