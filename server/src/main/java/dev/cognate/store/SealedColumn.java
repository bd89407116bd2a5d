package dev.cognate.store;

import dev.cognate.store.SealedValues.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Every column of the schema that holds sealed bytes, with what it was sealed for and the primary key of its table; a test
 * finds columns that are not here. Their first bytes name the key: a version, then the key's id in four.
 */
enum SealedColumn {
    ACCESS_KEYS("access_keys", "sealed", "access-key", "access_key_id"),
    KMS_KEYS("kms_keys", "sealed", "kms-key", "key_id"),
    SIGNING_KEYS("signing_keys", "sealed", "signing-key", "pool_id", "token_use"),
    CLIENT_SECRETS("client_secrets", "sealed", "client-secret", "pool_id", "client_id", "secret_id"),
    IDENTITY_PROVIDERS("identity_providers", "sealed", "identity-provider", "pool_id", "name"),
    USERS("users", "verifier", "srp-verifier", "pool_id", "sub"),
    FORMER_PASSWORDS("former_passwords", "verifier", "srp-verifier", "pool_id", "sub", "password_id"),
    IMPORTED_HASHES("imported_hashes", "sealed", "imported-hash", "pool_id", "sub"),
    PENDING_TOKENS("software_tokens", "pending", "totp-seed", "pool_id", "sub"),
    VERIFIED_TOKENS("software_tokens", "verified", "totp-seed", "pool_id", "sub"),
    DEVICES("devices", "verifier", "device-verifier", "pool_id", "sub", "device_key"),
    SESSIONS("sessions", "sealed", "session", "pool_id", "sub", "session_id"),
    USER_EVENTS("user_events", "sealed", "user-event", "pool_id", "sub", "event_id"),
    CONVERSATIONS("conversations", "sealed", "custom-sign-in", "pool_id", "sub", "conversation_id"),
    IMPORT_CHUNKS("import_chunks", "sealed", "import-csv", "pool_id", "job_id", "upload_id", "number"),
    OUTBOX("outbox", "sealed", "message", "message_id"),
    INBOX("inbox", "sealed", "message", "message_id");

    /** The one column of a key that is no text. */
    private static final String NUMBER = "number";

    private final String table;
    private final String column;
    private final String purpose;

    @SuppressWarnings("ImmutableEnumChecker") // What List.of makes never changes.
    private final List<String> keys;

    private final String count;
    private final String page;
    private final String replace;

    SealedColumn(String table, String column, String purpose, String... keys) {
        this.table = table;
        this.column = column;
        this.purpose = purpose;
        this.keys = List.of(keys);
        String names = String.join(", ", keys);
        this.count = """
                SELECT substr(%1$s, 2, 4), COUNT(*) FROM %2$s WHERE %1$s IS NOT NULL GROUP BY substr(%1$s, 2, 4)
                """.formatted(column, table);
        this.page = """
                SELECT %1$s, %2$s FROM %3$s WHERE (%1$s) > (?%4$s) AND %2$s IS NOT NULL AND substr(%2$s, 2, 4) <> ?
                ORDER BY %1$s LIMIT ?
                """.formatted(names, column, table, ", ?".repeat(keys.length - 1));
        this.replace = "UPDATE %s SET %s = ? WHERE %s = ? AND %s = ?"
                .formatted(table, column, String.join(" = ? AND ", keys), column);
    }

    /** The column as people see it: {@code users.verifier}. */
    String shown() {
        return table + "." + column;
    }

    /** What its values are sealed for. */
    String purpose() {
        return purpose;
    }

    /** The primary key of its table. */
    List<String> keys() {
        return keys;
    }

    /** A key before all others. */
    List<Object> beforeAll() {
        return keys.stream().map(SealedColumn::least).toList();
    }

    private static Object least(String key) {
        return key.equals(NUMBER) ? -1L : "";
    }

    /** How many values each key has sealed, by its name; reads the whole table. */
    Map<String, Long> counts(Tx tx) {
        Map<String, Long> counts = new TreeMap<>();
        tx.list(count, row -> Map.entry(HexFormat.of().formatHex(row.bytes(1)), row.number(2)))
                .forEach(each -> counts.put(each.getKey(), each.getValue()));
        return counts;
    }

    /** The first values behind a key that another seal key has sealed, by key. */
    List<Value> page(Tx tx, List<Object> after, byte[] newest, int most) {
        List<Object> parameters = new ArrayList<>(after);
        parameters.add(newest);
        parameters.add(most);
        return tx.list(page, this::value, parameters.toArray());
    }

    private Value value(Row row) {
        Object[] key = new Object[keys.size()];
        for (int i = 0; i < key.length; i++) {
            key[i] = keys.get(i).equals(NUMBER) ? (Object) row.number(i + 1) : row.string(i + 1);
        }
        return new Value(Arrays.asList(key), row.bytes(key.length + 1));
    }

    /** Puts a value in the place of one, unless that has changed or is gone; returns how many were replaced. */
    int replace(Tx tx, Value before, byte[] sealed) {
        List<Object> parameters = new ArrayList<>(List.of(sealed));
        parameters.addAll(before.key());
        parameters.add(before.sealed());
        return tx.update(replace, parameters.toArray());
    }
}
