package dev.cognate.risk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * Passwords that are known to be in other people's hands: a short list that comes with the program, and whatever the
 * operator adds. Of each, eight bytes of its hash are kept, so that a list of millions fits into memory; that some other
 * password is taken for one of them is as good as impossible.
 */
public final class CompromisedPasswords {
    private static final String BUNDLED = "compromised-passwords.txt";

    private final long[] hashes;

    private CompromisedPasswords(long[] hashes) {
        this.hashes = hashes;
    }

    /** The list that comes with the program. */
    public static CompromisedPasswords bundled() {
        InputStream list = Objects.requireNonNull(CompromisedPasswords.class.getResourceAsStream(BUNDLED), BUNDLED);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
            return new CompromisedPasswords(sorted(hashes(lines.lines())));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * These, and those of a file.
     *
     * @param file in UTF-8, one password a line
     * @throws UncheckedIOException it cannot be read
     */
    public CompromisedPasswords with(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return new CompromisedPasswords(sorted(LongStream.concat(Arrays.stream(hashes), hashes(lines))));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Whether a password is one of them, to the letter. */
    boolean contain(String password) {
        return Arrays.binarySearch(hashes, hash(sha256(), password)) >= 0;
    }

    private static long[] sorted(LongStream all) {
        return all.sorted().distinct().toArray();
    }

    private static LongStream hashes(Stream<String> lines) {
        MessageDigest sha256 = sha256();
        return lines.filter(line -> !line.isEmpty()).mapToLong(line -> hash(sha256, line));
    }

    private static long hash(MessageDigest sha256, String password) {
        return ByteBuffer.wrap(sha256.digest(password.getBytes(StandardCharsets.UTF_8)))
                .getLong();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** How many they are. */
    @Override
    public String toString() {
        return "CompromisedPasswords[" + hashes.length + "]";
    }
}
