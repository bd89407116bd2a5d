package dev.cognate.triggers;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the logs of functions, as far as they have grown. Used by one thread. */
public final class FunctionLogs {
    private static final String ENDING = ".log";

    private final Path folder;
    private final @Nullable Path only;
    private final Map<Path, Position> read = new HashMap<>();

    /**
     * The logs of a folder.
     *
     * @param functionArn the function whose log is read, null for all
     */
    public FunctionLogs(Path folder, @Nullable String functionArn) {
        this.folder = folder;
        this.only = functionArn == null ? null : FunctionLog.file(folder, functionArn);
    }

    /** What was written since the last call; at the first call all that is there. Empty when there is nothing. */
    public String more() {
        try {
            StringBuilder text = new StringBuilder();
            for (Path file : files()) {
                text.append(more(file));
            }
            return text.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The log cannot be read (" + unreadable + ")", unreadable);
        }
    }

    private List<Path> files() throws IOException {
        if (only != null) {
            return Files.exists(only) ? List.of(only) : List.of();
        }
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        }
    }

    private String more(Path file) throws IOException {
        Position before = read.get(file);
        Position now = position(file);
        Path older = FunctionLog.older(file);
        StringBuilder text = new StringBuilder();
        if (before == null) {
            text.append(Files.exists(older) ? Files.readString(older) : "");
        } else if (!before.sameFile(now)) { // it was moved aside in the meantime
            Position aside = position(older);
            text.append(before.sameFile(aside) ? part(older, before.end, aside.end) : "");
        }
        read.put(file, now);
        long from = before != null && before.sameFile(now) ? before.end : 0;
        return text.append(part(file, from, now.end)).toString();
    }

    /**
     * How far a file was read.
     *
     * @param file what tells it from another of the same name, null where the system has no such thing
     */
    private record Position(@Nullable Object file, long end) {

        boolean sameFile(Position other) {
            return Objects.equals(file, other.file);
        }
    }

    private static Position position(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Position(attributes.fileKey(), attributes.size());
    }

    private static String part(Path file, long from, long to) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, to - from)];
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            in.seek(from);
            in.readFully(bytes);
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
