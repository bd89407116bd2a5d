package dev.cognate.users;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code identities}: users of identity providers, each linked to one user of the pool. */
final class IdentitiesTable {
    private IdentitiesTable() {}

    /** A link; oldest first in lists. */
    record Link(ProviderUser user, Instant created) {}

    /** Links the user of a provider; false when it is linked already. */
    static boolean insert(Tx tx, PoolId pool, ProviderUser user, Sub sub, Instant now) {
        return tx.update("""
                        INSERT INTO identities (pool_id, provider, claim, value, sub, created_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""", pool.value(), user.provider(), user.claim(), user.value(), sub.value(), now) > 0;
    }

    /** To whom the user of a provider is linked, null for nobody. */
    static @Nullable Sub holder(Tx tx, PoolId pool, ProviderUser user) {
        return tx.first(
                "SELECT sub FROM identities WHERE pool_id = ? AND provider = ? AND claim = ? AND value = ?",
                row -> new Sub(row.string(1)),
                pool.value(),
                user.provider(),
                user.claim(),
                user.value());
    }

    static List<Link> of(Tx tx, PoolId pool, Sub sub) {
        return tx.list(
                """
                SELECT provider, claim, value, created_at FROM identities WHERE pool_id = ? AND sub = ?
                ORDER BY created_at, provider, claim, value""",
                row -> new Link(new ProviderUser(row.string(1), row.string(2), row.string(3)), row.instant(4)),
                pool.value(),
                sub.value());
    }

    static void delete(Tx tx, PoolId pool, ProviderUser user) {
        tx.update(
                "DELETE FROM identities WHERE pool_id = ? AND provider = ? AND claim = ? AND value = ?",
                pool.value(),
                user.provider(),
                user.claim(),
                user.value());
    }

    static void deleteAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM identities WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
