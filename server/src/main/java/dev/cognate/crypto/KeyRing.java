package dev.cognate.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys outside the database that protect what is in it, newest first: the first seals, all open, so that a new key
 * can be put before the others at any time. Safe for use by many threads.
 *
 * <p>A seal is AES-256-GCM under a key of its own, made of the ring's key, the purpose and 12 random bytes; no key
 * therefore ever comes near the number of messages that random nonces allow. The bytes are: version (1), key id (4),
 * random key part (12), nonce (12), ciphertext and tag (16). What was sealed for one purpose does not open for another.
 *
 * <p>Purposes are constants of the program, such as {@code "client-secret"}: derived keys are kept for each.
 */
public final class KeyRing {
    private static final byte VERSION = 1;
    private static final int SALT_LENGTH = 12;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int NAME_LENGTH = 1 + SealKey.ID_LENGTH;
    private static final int HEADER_LENGTH = NAME_LENGTH + SALT_LENGTH + NONCE_LENGTH;
    private static final byte[] KNOWN_TEXT = "cognate".getBytes(StandardCharsets.US_ASCII);

    private final List<SealKey> keys;
    private final SecureRandom random;

    private KeyRing(List<String> base64Keys, SecureRandom random) {
        this.keys = base64Keys.stream().map(SealKey::of).toList();
        this.random = random;
        if (keys.isEmpty()) {
            throw new UnusableKey("There is no seal key. Make one with: openssl rand -base64 32");
        }
        if (keys.stream().map(SealKey::name).distinct().count() < keys.size()) {
            throw new UnusableKey("The same seal key is given twice");
        }
    }

    /**
     * The ring of a key file, which is made with one random key (mode 0600, on disk before it is used) when it does not
     * exist.
     *
     * @throws UnusableKey the file cannot be read or made, is open to other users, or holds no good key
     */
    public static KeyRing open(Path keyFile, SecureRandom random) {
        return new KeyRing(KeyFile.open(keyFile, random), random);
    }

    /**
     * The ring of keys given by the environment: 32 bytes in Base64 each, newest first; one text may hold several,
     * separated by commas or white space.
     *
     * @throws UnusableKey a text holds no good key
     */
    public static KeyRing of(SecureRandom random, String... base64Keys) {
        List<String> keys = Arrays.stream(base64Keys)
                .flatMap(text -> Stream.of(text.split("[\\s,]+", -1)))
                .filter(text -> !text.isEmpty())
                .toList();
        return new KeyRing(keys, random);
    }

    /** The sealed form of the bytes: 45 bytes longer, and different each time. */
    public byte[] seal(byte[] plain, String purpose) {
        SealKey key = keys.getFirst();
        byte[] unique = new byte[SALT_LENGTH + NONCE_LENGTH];
        random.nextBytes(unique);
        ByteBuffer sealed = ByteBuffer.allocate(HEADER_LENGTH + plain.length + TAG_BITS / 8);
        sealed.put(VERSION).put(key.id()).put(unique);
        try {
            cipher(Cipher.ENCRYPT_MODE, key, sealed.array(), purpose).doFinal(ByteBuffer.wrap(plain), sealed);
            return sealed.array();
        } catch (GeneralSecurityException e) {
            throw Jca.broken(e);
        }
    }

    /**
     * The bytes that were sealed for this purpose by any key of the ring.
     *
     * @throws SealBroken they are damaged, were sealed for another purpose or by a key that is not in the ring
     */
    public byte[] open(byte[] sealed, String purpose) {
        SealKey key = keyOf(sealed);
        try {
            return cipher(Cipher.DECRYPT_MODE, key, sealed, purpose)
                    .doFinal(sealed, HEADER_LENGTH, sealed.length - HEADER_LENGTH);
        } catch (AEADBadTagException _) {
            throw new SealBroken("The sealed data is damaged, or was sealed for another purpose than " + purpose);
        } catch (GeneralSecurityException e) {
            throw Jca.broken(e);
        }
    }

    private SealKey keyOf(byte[] sealed) {
        if (sealed.length < HEADER_LENGTH + TAG_BITS / 8 || sealed[0] != VERSION) {
            throw new SealBroken("The data is not sealed by this program, or is damaged");
        }
        return keys.stream()
                .filter(key -> key.hasId(sealed, 1))
                .findFirst()
                .orElseThrow(() -> new SealBroken("The data was sealed with a key that is not in the key ring"));
    }

    /** A cipher for the message whose header is at the start of the bytes; version and key id are authenticated too. */
    private static Cipher cipher(int mode, SealKey key, byte[] message, String purpose)
            throws GeneralSecurityException {
        Mac mac = Jca.hmacSha256(key.derive("seal/" + purpose));
        mac.update(message, NAME_LENGTH, SALT_LENGTH);
        SecretKey messageKey = new SecretKeySpec(mac.doFinal(), "AES");
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, messageKey, new GCMParameterSpec(TAG_BITS, message, NAME_LENGTH + SALT_LENGTH, NONCE_LENGTH));
        cipher.updateAAD(message, 0, NAME_LENGTH);
        return cipher;
    }

    /**
     * The keyed hash (HMAC-SHA256, 32 bytes) of the parts, for what must be recognised and never read, such as a code.
     * Parts are kept apart: {@code ("ab", "c")} and {@code ("a", "bc")} differ.
     *
     * <p>It uses the last, oldest key of the ring, so that hashes stay good when a new key is put first. That key must
     * stay the last one for as long as anything hashed with it is alive.
     */
    public byte[] hash(String purpose, String... parts) {
        return hash(keys.getLast(), purpose, parts);
    }

    /**
     * The same by each key of the ring, newest first: for what is made by the first, and known again by any of them. It
     * does not mind that a key is put first, nor that one is dropped after all that it made is over.
     */
    public List<byte[]> hashes(String purpose, String... parts) {
        return keys.stream().map(key -> hash(key, purpose, parts)).toList();
    }

    private static byte[] hash(SealKey key, String purpose, String... parts) {
        Mac mac = Jca.hmacSha256(key.derive("hash/" + purpose));
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            mac.update(ByteBuffer.allocate(4).putInt(bytes.length).flip());
            mac.update(bytes);
        }
        return mac.doFinal();
    }

    /** The public name of the key that seals: eight hexadecimal digits that tell nothing of it. */
    public String keyId() {
        return keys.getFirst().name();
    }

    /** The public names of all keys, newest first: the first seals, the last makes keyed hashes. */
    public List<String> keyIds() {
        return keys.stream().map(SealKey::name).toList();
    }

    /** A sealed text that every ring knows; kept beside the data, it shows later whether a ring fits them. */
    public byte[] proof() {
        return seal(KNOWN_TEXT, "proof");
    }

    /** Whether the proof was made by a key of this ring. */
    public boolean proves(byte[] proof) {
        try {
            return Arrays.equals(open(proof, "proof"), KNOWN_TEXT);
        } catch (SealBroken _) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "KeyRing[" + keys.size() + " keys]";
    }
}
