package dev.cognate.directory;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a password: the SRP salt and verifier, sealed. Prints {@code ***}.
 *
 * @param sealed the sealed bytes
 */
public record KeptPassword(byte[] sealed) {

    /** Whether both are the same password, kept on the same occasion; null is no password. */
    public static boolean same(@Nullable KeptPassword one, @Nullable KeptPassword other) {
        return Arrays.equals(one == null ? null : one.sealed, other == null ? null : other.sealed);
    }

    @Override
    public String toString() {
        return "***";
    }
}
