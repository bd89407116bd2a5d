package dev.cognate.transfer;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.PassphraseKey;
import dev.cognate.crypto.SealBroken;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.JsonInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The rows of an exported file, one after the other; the file is read once, from its beginning to its end. */
final class FileRows implements Iterator<PoolRow>, AutoCloseable {
    private final Path file;
    private final BufferedReader lines;
    private final RowText text;
    private final RowRules rules;
    private long number = 1;
    private long rows;
    private @Nullable PoolRow last;
    private @Nullable PoolRow next;

    private FileRows(Path file, BufferedReader lines, RowText text, RowRules rules) throws IOException {
        this.file = file;
        this.lines = lines;
        this.text = text;
        this.rules = rules;
        lines.readLine(); // Its head.
        this.next = read();
    }

    /** The first line of a file: whose pool it is, and by which passphrase its secrets open. */
    record Head(PoolId pool, String proof) {}

    static Head head(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            String first = lines.readLine();
            return understood(file, 1, () -> RowText.line(String.valueOf(first), (name, in, _, _) -> head(name, in)));
        } catch (IOException unreadable) {
            throw new TransferRefused(Texts.unreadable(file, unreadable));
        }
    }

    private static Head head(String name, JsonInput in) {
        String pool = null;
        String proof = null;
        Long version = null;
        for (String member = in.nextMember(); member != null; member = in.nextMember()) {
            switch (member) {
                case "version" -> version = in.integer();
                case "pool" -> pool = in.string();
                case "proof" -> proof = in.string();
                case String _ -> in.skip();
            }
        }
        if (!name.equals(PoolFiles.HEAD) || version == null || pool == null || proof == null) {
            throw new IllegalArgumentException(Texts.NOT_EXPORTED);
        }
        if (version != PoolFiles.VERSION) {
            throw new IllegalArgumentException(Texts.otherVersion(version));
        }
        return new Head(new PoolId(pool), proof);
    }

    /**
     * The rows of a file.
     *
     * @param pool whose they are
     * @param key the key that its secrets were sealed with
     */
    static FileRows of(Path file, PoolId pool, KeyRing keys, PassphraseKey key) {
        try {
            BufferedReader lines = Files.newBufferedReader(file);
            try {
                return new FileRows(file, lines, new RowText(keys, key), new RowRules(pool));
            } catch (IOException | RuntimeException failure) {
                lines.close();
                throw failure;
            }
        } catch (IOException unreadable) {
            throw new TransferRefused(Texts.unreadable(file, unreadable));
        }
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public PoolRow next() {
        PoolRow row = next;
        if (row == null) {
            throw new NoSuchElementException();
        }
        try {
            next = read();
        } catch (IOException unreadable) {
            throw new TransferRefused(Texts.unreadable(file, unreadable));
        }
        return row;
    }

    private @Nullable PoolRow read() throws IOException {
        String line = lines.readLine();
        number++;
        if (line == null) {
            throw new TransferRefused(Texts.cutOff(file, number));
        }
        return switch (understood(file, number, () -> RowText.line(line, (name, in, _, _) -> line(name, in)))) {
            case Line.End _
            when lines.readLine() != null -> throw new TransferRefused(Texts.refused(file, number, Texts.NOT_THE_LAST));
            case Line.End _ -> null;
            case Line.Of(PoolRow row) -> {
                last = row;
                rows++;
                yield row;
            }
        };
    }

    /** What a line behind the head is. */
    private sealed interface Line {
        record Of(PoolRow row) implements Line {}

        record End() implements Line {}
    }

    private Line line(String name, JsonInput in) {
        if (name.equals(PoolFiles.END)) {
            requireAll(in);
            return new Line.End();
        }
        Kept kept = Kept.of(name);
        if (kept == null) {
            throw new IllegalArgumentException(Texts.unknown(name));
        }
        PoolRow row = new PoolRow(kept, text.read(kept, in));
        if (last == null ? kept != Kept.POOLS : order(last, row) >= 0) {
            throw new IllegalArgumentException(Texts.OUT_OF_PLACE);
        }
        rules.check(kept, row.values());
        return new Line.Of(row);
    }

    private void requireAll(JsonInput in) {
        for (String member = in.nextMember(); member != null; member = in.nextMember()) {
            Long said = in.integer();
            if (!member.equals("rows") || said == null || said != rows) {
                throw new IllegalArgumentException(Texts.otherNumber(rows));
            }
        }
    }

    /** The order of the file: tables, and within one the keys by their bytes, as databases have them. */
    private static int order(PoolRow one, PoolRow other) {
        int tables = one.kept().compareTo(other.kept());
        if (tables != 0) {
            return tables;
        }
        List<String> keys = one.kept().keys(one.values());
        List<String> others = other.kept().keys(other.values());
        for (int i = 0; i < keys.size(); i++) {
            int order = Arrays.compareUnsigned(bytes(keys.get(i)), bytes(others.get(i)));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T understood(Path file, long number, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | SealBroken notUnderstood) {
            boolean isMalformed = notUnderstood.getCause() != null;
            String why = isMalformed ? Texts.MALFORMED : String.valueOf(notUnderstood.getMessage());
            throw new TransferRefused(Texts.refused(file, number, why));
        }
    }

    @Override
    public void close() {
        try {
            lines.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
