package dev.cognate.directory;

import dev.cognate.crypto.Sha256;
import java.util.Arrays;
import java.util.HexFormat;
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

    /** What tells this password from any other the user has had, and nothing of it: a hash of what is sealed. */
    public String mark() {
        return HexFormat.of().formatHex(Sha256.of(sealed), 0, 16);
    }

    @Override
    public String toString() {
        return "***";
    }
}
