package dev.cognate.kms;

import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of the table {@code kms_keys}. */
final class KmsKeysTable {
    private KmsKeysTable() {}

    /** A key with its sealed secret. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Stored(KmsKey key, byte[] sealed) {

        @Override
        public String toString() {
            return "Stored[" + key + "]";
        }
    }

    /** False when there is a key of that id already, which then stays as it is. */
    static boolean insert(Tx tx, KmsKey key, byte[] sealed) {
        return tx.update("""
                INSERT INTO kms_keys (key_id, arn, description, created_at, sealed) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (key_id) DO NOTHING
                """, key.id(), key.arn(), key.description(), key.createdAt(), sealed) == 1;
    }

    static @Nullable Stored find(Tx tx, String id) {
        return tx.first(
                "SELECT arn, description, created_at, sealed FROM kms_keys WHERE key_id = ?",
                row -> new Stored(key(row), row.bytes(4)),
                id);
    }

    static List<KmsKey> list(Tx tx) {
        return tx.list(
                "SELECT arn, description, created_at FROM kms_keys ORDER BY created_at, key_id", KmsKeysTable::key);
    }

    private static KmsKey key(Row row) {
        return new KmsKey(row.string(1), row.string(2), row.instant(3));
    }
}
