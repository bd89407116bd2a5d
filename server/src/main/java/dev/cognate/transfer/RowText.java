package dev.cognate.transfer;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.PassphraseKey;
import dev.cognate.transfer.Column.Plain;
import dev.cognate.transfer.Column.Secret;
import dev.cognate.wire.Blob;
import dev.cognate.wire.Document;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Violations;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row as a line of the file, and back: {@code {"users":{"sub":"…","username":"jane",…}}}. Members stand in the order
 * of the table's columns, what is NULL is not there, and secrets go from one seal to the other.
 */
final class RowText {
    private final KeyRing keys;
    private final PassphraseKey key;

    RowText(KeyRing keys, PassphraseKey key) {
        this.keys = keys;
        this.key = key;
    }

    /** The line, without its end. */
    String write(Kept kept, @Nullable Object[] row) {
        return JsonOutput.text(line -> {
            line.beginObject();
            line.member(kept.table(), members -> {
                members.beginObject();
                for (int i = 0; i < row.length; i++) {
                    Object value = row[i];
                    if (value != null) {
                        write(members, kept, kept.columns().get(i), value, row);
                    }
                }
                members.endObject();
            });
            line.endObject();
        });
    }

    private void write(JsonOutput out, Kept kept, Column column, Object value, @Nullable Object[] row) {
        switch (column.kind()) {
            case Plain plain -> {
                switch (plain) {
                    case TEXT -> out.member(column.name(), (String) value);
                    case NUMBER -> out.member(column.name(), (Long) value);
                    case FLAG -> out.member(column.name(), (Boolean) value);
                    case TIME -> out.member(column.name(), value.toString());
                    case JSON -> out.member(column.name(), new Document((String) value));
                    case BYTES -> out.member(column.name(), Blob.of((byte[]) value));
                }
            }
            case Secret(String purpose) ->
                out.member(column.name(), key.seal(keys.open((byte[]) value, purpose), place(kept, column, row)));
        }
    }

    /** Where a secret is sealed: moved to another row, it does not open. */
    private static String place(Kept kept, Column column, @Nullable Object[] row) {
        return kept.table() + "." + column.name() + "\n" + String.join("\n", kept.keys(row));
    }

    /**
     * The row of a table's object, with a value in each column that must have one.
     *
     * @throws IllegalArgumentException it is no row of the table; the message holds no value
     * @throws dev.cognate.crypto.SealBroken a secret does not open
     */
    @Nullable Object[] read(Kept kept, JsonInput in) {
        List<Column> columns = kept.columns();
        @Nullable Object[] row = new @Nullable Object[columns.size()];
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            int position = position(kept, name);
            row[position] = value(columns.get(position), in);
        }
        requireAll(kept, row);
        for (int i = 0; i < row.length; i++) {
            Column column = columns.get(i);
            if (column.kind() instanceof Secret(String purpose) && row[i] instanceof String sealed) {
                row[i] = keys.seal(key.open(sealed, place(kept, column, row)), purpose);
            }
        }
        return row;
    }

    private static int position(Kept kept, String name) {
        for (int i = 0; i < kept.columns().size(); i++) {
            if (kept.columns().get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(kept.table() + " has no member " + name);
    }

    private static void requireAll(Kept kept, @Nullable Object[] row) {
        for (int i = 0; i < row.length; i++) {
            Column column = kept.columns().get(i);
            if (row[i] == null && !column.isNullable()) {
                throw new IllegalArgumentException("it has no " + column.name());
            }
        }
    }

    private static @Nullable Object value(Column column, JsonInput in) {
        return switch (column.kind()) {
            case Plain plain ->
                switch (plain) {
                    case TEXT -> in.string();
                    case NUMBER -> in.integer();
                    case FLAG -> in.bool();
                    case TIME -> time(in.string());
                    case JSON -> json(in.document());
                    case BYTES -> bytes(in.blob());
                };
            case Secret _ -> in.string();
        };
    }

    private static @Nullable String json(@Nullable Document document) {
        return document == null ? null : document.json();
    }

    private static byte @Nullable [] bytes(@Nullable Blob blob) {
        return blob == null ? null : blob.bytes();
    }

    private static @Nullable Instant time(@Nullable String text) {
        try {
            Instant time = text == null ? null : Instant.parse(text);
            // The store has milliseconds in 64 bits, which is fewer years than an instant knows.
            return time == null ? null : Instant.ofEpochMilli(time.toEpochMilli());
        } catch (DateTimeException | ArithmeticException _) {
            throw new IllegalArgumentException("a time is written as in 2026-03-01T12:00:00Z");
        }
    }

    /** Reads a line that holds one object under one name. */
    static <T> T line(String line, Named<T> reader) {
        return JsonInput.decodeStored(line, (in, at, violations) -> {
            String name = Objects.requireNonNullElse(in.nextMember(), "");
            T value = in.structure(at, violations, (inside, path, noted) -> reader.read(name, inside, path, noted));
            if (value == null || in.nextMember() != null) {
                throw new IllegalArgumentException("it should hold one object under one name");
            }
            return value;
        });
    }

    /** Reads the object that stands under a name. */
    @FunctionalInterface
    interface Named<T> {
        T read(String name, JsonInput in, Path at, Violations violations);
    }
}
