package dev.cognate.transfer;

import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.UserStatus;
import dev.cognate.store.Store;
import dev.cognate.transfer.Column.Plain;
import dev.cognate.transfer.Column.Secret;
import dev.cognate.transfer.SchemaColumns.SchemaColumn;
import dev.cognate.wire.Document;
import dev.cognate.wire.JsonOutput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Rows of any values in every table that is exported. The same random numbers give the same rows. */
final class GeneratedPool {
    private static final List<String> PIECES = List.of(
            "a", "Z", "7", " ", "\"", "\\", "\n", "\r", "\t", "/", "{", "'", "é", "ß", "\u2028", "漢", "😀", "\uFFFD",
            "\u0001");

    private final RandomGenerator random;
    private final KeyRing keys;
    private final Map<String, List<SchemaColumn>> schema;

    GeneratedPool(RandomGenerator random, KeyRing keys, Map<String, List<SchemaColumn>> schema) {
        this.random = random;
        this.keys = keys;
        this.schema = schema;
    }

    /** Adds the pool; at most so many rows to a table, and exactly so many users. */
    void addTo(Store store, PoolId pool, int most) {
        for (Kept kept : Kept.values()) {
            int number = number(kept, most);
            List<@Nullable Object[]> rows = new ArrayList<>();
            for (int i = 0; i < number; i++) {
                rows.add(row(kept, pool, i));
            }
            store.write(tx -> {
                RowsTable.insert(tx, kept, pool, rows);
                if (kept == Kept.CLIENTS) {
                    rows.forEach(row -> RowsTable.reserve(tx, pool, String.valueOf(row[0])));
                }
                return rows.size();
            });
        }
    }

    private int number(Kept kept, int most) {
        return switch (kept) {
            case POOLS -> 1;
            case USERS -> most;
            default -> most == 0 ? 0 : 1 + random.nextInt(Math.min(20, most));
        };
    }

    private @Nullable Object[] row(Kept kept, PoolId pool, int number) {
        @Nullable Object[] row = new @Nullable Object[kept.columns().size()];
        for (int i = 0; i < row.length; i++) {
            Column column = kept.columns().get(i);
            boolean isKey = i < kept.keys().size();
            if (isKey || isLinked(column)) {
                row[i] = text() + "#" + number;
            } else if (!isNullable(kept, column) || random.nextBoolean()) {
                row[i] = value(kept, column, pool, row);
            }
        }
        return row;
    }

    /** What another unique index leads to. */
    private static boolean isLinked(Column column) {
        return column.name().equals("client_id") || column.name().equals("group_id");
    }

    private boolean isNullable(Kept kept, Column column) {
        return Objects.requireNonNull(schema.get(kept.table())).stream()
                .anyMatch(each -> each.name().equals(column.name()) && each.isNullable());
    }

    /** Any value that the rooms could have stored. */
    private Object value(Kept kept, Column column, PoolId pool, @Nullable Object[] row) {
        return switch (kept.table() + "." + column.name()) {
            case "pools.config" ->
                json(Map.of("Id", pool.value(), "Name", text(), "SchemaAttributes", new Document("[]")));
            case "pools.factors" -> "{\"sms\":" + random.nextBoolean() + "}";
            case "users.attributes" -> json(Map.of(), false);
            case "clients.config" ->
                json(Map.of("ClientId", String.valueOf(row[0]), "UserPoolId", pool.value(), "ClientName", text()));
            case "log_deliveries.config" -> json(Map.of("LogLevel", "ERROR", "EventSource", "userNotification"));
            case "terms.config" ->
                json(Map.of(
                        "TermsId",
                        String.valueOf(row[0]),
                        "UserPoolId",
                        pool.value(),
                        "ClientId",
                        String.valueOf(row[1]),
                        "TermsName",
                        "terms-of-use",
                        "TermsSource",
                        "LINK",
                        "Enforcement",
                        "NONE",
                        "Links",
                        new Document("{}")));
            case "session_settings.config" -> json(Map.of("MaxValidityMinutes", new Document("60")));
            case "users.status" ->
                List.of(UserStatus.values())
                        .get(random.nextInt(UserStatus.values().length))
                        .name();
            case "user_groups.precedence" -> random.nextLong(1L << 31);
            case String _ -> value(column);
        };
    }

    private Object value(Column column) {
        return switch (column.kind()) {
            case Plain plain ->
                switch (plain) {
                    case TEXT -> text();
                    case NUMBER -> random.nextLong(-1_000_000_000_000L, 1_000_000_000_000L);
                    case FLAG -> random.nextBoolean();
                    case TIME -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
                    case JSON -> json(Map.of());
                    case BYTES -> bytes();
                };
            case Secret(String purpose) -> keys.seal(bytes(), purpose);
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(100)];
        random.nextBytes(bytes);
        return bytes;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(PIECES.get(random.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    /** A document in the form that the program writes. */
    private String json(Map<String, Object> known) {
        return json(known, true);
    }

    private String json(Map<String, Object> known, boolean any) {
        return JsonOutput.text(out -> {
            out.beginObject();
            new TreeMap<>(known).forEach((name, value) -> {
                if (value instanceof Document document) {
                    out.member(name, document);
                } else {
                    out.member(name, value.toString());
                }
            });
            out.member("email", text() + "@example.com");
            out.member("custom:note", text());
            if (any) {
                out.member("Count", random.nextLong());
                out.member("On", random.nextBoolean());
                out.member("CreationDate", Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)));
                out.member("LastModifiedDate", Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)));
                out.member("Names", List.of(text(), text()));
                out.member("Free", new Document("{\"a\":[1.50,1E+9,null,{\"b\":\"é\"}]}"));
            }
            out.endObject();
        });
    }
}
