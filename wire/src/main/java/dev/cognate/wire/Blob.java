package dev.cognate.wire;

import java.util.Arrays;
import java.util.Base64;

/** Bytes that travel as Base64 text. Immutable. */
public final class Blob {
    private final byte[] bytes;

    private Blob(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A copy of the given bytes. */
    public static Blob of(byte[] bytes) {
        return new Blob(bytes.clone());
    }

    /**
     * The bytes that the text stands for.
     *
     * @throws IllegalArgumentException the text is not Base64
     */
    public static Blob fromBase64(String text) {
        return new Blob(Base64.getDecoder().decode(text));
    }

    /** A copy of the bytes. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** The number of bytes. */
    public int length() {
        return bytes.length;
    }

    /** The bytes as Base64 text. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Blob blob && Arrays.equals(bytes, blob.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "Blob[" + bytes.length + " bytes]";
    }
}
