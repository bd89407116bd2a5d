package dev.cognate.crypto;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of the ring: 32 bytes, never used themselves, from which a key per use and purpose is derived, so that no two
 * uses share one. Safe for use by many threads.
 */
final class SealKey {
    static final int LENGTH = 32;
    static final int ID_LENGTH = 4;

    private final SecretKey root;
    private final byte[] id;

    /** Derived keys by label. Purposes are constants of the program, so the map stays small. */
    private final ConcurrentMap<String, SecretKey> derived = new ConcurrentHashMap<>();

    private SealKey(byte[] bytes) {
        this.root = new SecretKeySpec(bytes, "HKDF");
        byte[] tag = Jca.hmacSha256(derive("id")).doFinal();
        this.id = Arrays.copyOf(tag, ID_LENGTH);
    }

    /** The key that the Base64 text stands for. */
    static SealKey of(String base64) {
        byte[] bytes = bytes(base64);
        if (bytes.length != LENGTH) {
            throw new UnusableKey("A seal key is 32 bytes in Base64 (44 characters); this one has " + bytes.length
                    + " bytes. Make one with: openssl rand -base64 32");
        }
        return new SealKey(bytes);
    }

    private static byte[] bytes(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException _) { // Its message would show a character of the key.
            throw new UnusableKey("A seal key is 32 bytes in Base64 (44 characters); this one is not Base64."
                    + " Make one with: openssl rand -base64 32");
        }
    }

    /** The key's public name: four bytes that tell nothing of the key. */
    byte[] id() {
        return id.clone();
    }

    boolean hasId(byte[] header, int offset) {
        return Arrays.equals(id, 0, ID_LENGTH, header, offset, offset + ID_LENGTH);
    }

    String name() {
        return HexFormat.of().formatHex(id);
    }

    SecretKey derive(String label) {
        return derived.computeIfAbsent(
                label, l -> Jca.derive(root, ("cognate/1/" + l).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "SealKey[" + name() + "]";
    }
}
