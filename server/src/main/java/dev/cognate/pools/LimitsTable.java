package dev.cognate.pools;

import dev.cognate.store.Tx;
import org.jspecify.annotations.Nullable;

/** The table {@code provisioned_limits}. */
final class LimitsTable {
    private LimitsTable() {}

    /** The changed rate of a category, null for its default. */
    static @Nullable Integer find(Tx tx, String account, String region, String category) {
        return tx.first(
                "SELECT rate FROM provisioned_limits WHERE account = ? AND region = ? AND category = ?",
                row -> (int) row.number(1),
                account,
                region,
                category);
    }

    static void put(Tx tx, String account, String region, String category, int rate) {
        tx.update("""
                INSERT INTO provisioned_limits (account, region, category, rate) VALUES (?, ?, ?, ?)
                ON CONFLICT (account, region, category) DO UPDATE SET rate = excluded.rate
                """, account, region, category, rate);
    }
}
