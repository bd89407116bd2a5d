package dev.cognate.tokens;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code sign_ins}. */
final class SignInsTable {
    private static final String SELECT =
            "SELECT pool_id, sub, event_id, origin_jti, client_id, signed_in_at, device_key, scopes, expires_at FROM sign_ins ";

    private SignInsTable() {}

    static void insert(Tx tx, SignIn signIn) {
        tx.update(
                """
                INSERT INTO sign_ins
                (pool_id, sub, event_id, origin_jti, client_id, signed_in_at, device_key, scopes, expires_at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                signIn.pool().value(),
                signIn.sub().value(),
                signIn.id().value(),
                signIn.originJti(),
                signIn.client().value(),
                signIn.time(),
                signIn.deviceKey(),
                signIn.oauthScopes() == null ? null : String.join(" ", signIn.oauthScopes()),
                signIn.expires());
    }

    static @Nullable SignIn find(Tx tx, PoolId pool, Sub sub, SignInId id) {
        return tx.first(
                SELECT + "WHERE pool_id = ? AND sub = ? AND event_id = ?",
                SignInsTable::read,
                pool.value(),
                sub.value(),
                id.value());
    }

    static boolean delete(Tx tx, PoolId pool, Sub sub, SignInId id) {
        return tx.update(
                        "DELETE FROM sign_ins WHERE pool_id = ? AND sub = ? AND event_id = ?",
                        pool.value(),
                        sub.value(),
                        id.value())
                > 0;
    }

    static void deleteAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM sign_ins WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    static void forgetDevice(Tx tx, PoolId pool, Sub sub, String deviceKey) {
        tx.update(
                "UPDATE sign_ins SET device_key = ? WHERE pool_id = ? AND sub = ? AND device_key = ?",
                SignIn.FORGOTTEN,
                pool.value(),
                sub.value(),
                deviceKey);
    }

    /** At most so many sign-ins, of any pool, that ended by themselves before a moment. */
    static List<SignIn> expired(Tx tx, Instant now, int most) {
        return tx.list(SELECT + "WHERE expires_at < ? LIMIT ?", SignInsTable::read, now, most);
    }

    private static SignIn read(Row row) {
        return new SignIn(
                new PoolId(row.string(1)),
                new Sub(row.string(2)),
                new SignInId(row.string(3)),
                row.string(4),
                new ClientId(row.string(5)),
                row.instant(6),
                row.nullableString(7),
                scopes(row.nullableString(8)),
                row.instant(9));
    }

    private static @Nullable List<String> scopes(@Nullable String kept) {
        return kept == null ? null : List.of(kept.split(" ", -1));
    }
}
