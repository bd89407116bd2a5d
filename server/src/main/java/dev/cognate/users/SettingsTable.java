package dev.cognate.users;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;

/** The table {@code user_settings}. */
final class SettingsTable {
    private SettingsTable() {}

    /** Whether the user wants codes by SMS when it signs in. */
    static boolean smsMfa(Tx tx, PoolId pool, Sub sub) {
        Boolean wanted = tx.first(
                "SELECT sms_mfa FROM user_settings WHERE pool_id = ? AND sub = ?",
                row -> row.bool(1),
                pool.value(),
                sub.value());
        return Boolean.TRUE.equals(wanted);
    }

    static void put(Tx tx, PoolId pool, Sub sub, boolean smsMfa) {
        tx.update("""
                INSERT INTO user_settings (pool_id, sub, sms_mfa) VALUES (?, ?, ?)
                ON CONFLICT (pool_id, sub) DO UPDATE SET sms_mfa = excluded.sms_mfa""", pool.value(), sub.value(), smsMfa);
    }

    static void delete(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM user_settings WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
