package dev.cognate.front;

import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The SQL of the table {@code access_keys}. */
final class AccessKeysTable {

    private AccessKeysTable() {}

    static void insert(Tx tx, AccessKey key, byte[] sealed) {
        tx.update("""
                INSERT INTO access_keys (access_key_id, sealed, description, created_at)
                VALUES (?, ?, ?, ?)
                """, key.id(), sealed, key.description(), key.createdAt());
    }

    static byte @Nullable [] sealed(Tx tx, String id) {
        return tx.first("SELECT sealed FROM access_keys WHERE access_key_id = ?", row -> row.bytes(1), id);
    }

    static List<AccessKey> list(Tx tx) {
        return tx.list("""
                SELECT access_key_id, description, created_at
                FROM access_keys
                ORDER BY created_at, access_key_id
                """, AccessKeysTable::key);
    }

    static boolean delete(Tx tx, String id) {
        return tx.update("DELETE FROM access_keys WHERE access_key_id = ?", id) > 0;
    }

    private static AccessKey key(Row row) {
        return new AccessKey(row.string(1), row.string(2), row.instant(3));
    }
}
