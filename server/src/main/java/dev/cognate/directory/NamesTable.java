package dev.cognate.directory;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import org.jspecify.annotations.Nullable;

/** The table {@code user_names}, whose key makes each name one user's. */
final class NamesTable {
    private NamesTable() {}

    /** Gives the user the name; false when another user holds it already. */
    static boolean claim(Tx tx, PoolId pool, String name, NameKind kind, Sub sub) {
        int added = tx.update(
                "INSERT INTO user_names (pool_id, name, kind, sub) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                pool.value(),
                name,
                kind.attribute(),
                sub.value());
        return added > 0 || sub.equals(holder(tx, pool, name, kind));
    }

    static @Nullable Sub holder(Tx tx, PoolId pool, String name, NameKind kind) {
        return tx.first(
                "SELECT sub FROM user_names WHERE pool_id = ? AND name = ? AND kind = ?",
                row -> new Sub(row.string(1)),
                pool.value(),
                name,
                kind.attribute());
    }

    static void release(Tx tx, PoolId pool, String name, NameKind kind) {
        tx.update(
                "DELETE FROM user_names WHERE pool_id = ? AND name = ? AND kind = ?",
                pool.value(),
                name,
                kind.attribute());
    }

    /** Takes a name away from its holder, if that is this user. */
    static void release(Tx tx, PoolId pool, String name, NameKind kind, Sub sub) {
        tx.update(
                "DELETE FROM user_names WHERE pool_id = ? AND name = ? AND kind = ? AND sub = ?",
                pool.value(),
                name,
                kind.attribute(),
                sub.value());
    }

    static void releaseAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM user_names WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
