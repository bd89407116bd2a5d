package dev.cognate.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** Comparisons whose duration depends on the lengths only, never on where the two differ. */
public final class ConstantTime {

    private ConstantTime() {}

    /** Whether the two texts are the same, as UTF-8, case and all. */
    public static boolean equals(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the two arrays hold the same bytes. */
    public static boolean equals(byte[] one, byte[] other) {
        return MessageDigest.isEqual(one, other);
    }
}
