package dev.cognate.passkeys;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The table {@code passkey_challenges}: the registration that a user began last. */
final class ChallengesTable {
    private ChallengesTable() {}

    /**
     * A registration that was begun.
     *
     * @param client through which client
     * @param challenge what the authenticator signs
     * @param expires until when it can be completed
     */
    record Begun(ClientId client, byte[] challenge, Instant expires) {}

    static void put(Tx tx, PoolId pool, Sub sub, Begun begun) {
        tx.update("""
                INSERT INTO passkey_challenges (pool_id, sub, client_id, challenge, expires_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (pool_id, sub) DO UPDATE SET client_id = excluded.client_id,
                    challenge = excluded.challenge, expires_at = excluded.expires_at""", pool.value(), sub.value(), begun.client().value(), begun.challenge(), begun.expires());
    }

    static @Nullable Begun find(Tx tx, PoolId pool, Sub sub) {
        return tx.first(
                "SELECT client_id, challenge, expires_at FROM passkey_challenges WHERE pool_id = ? AND sub = ?",
                row -> new Begun(new ClientId(row.string(1)), row.bytes(2), row.instant(3)),
                pool.value(),
                sub.value());
    }

    /** Uses up a challenge; false when another request did, or began anew. */
    static boolean use(Tx tx, PoolId pool, Sub sub, byte[] challenge) {
        return tx.update(
                        "DELETE FROM passkey_challenges WHERE pool_id = ? AND sub = ? AND challenge = ?",
                        pool.value(),
                        sub.value(),
                        challenge)
                > 0;
    }

    static void delete(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM passkey_challenges WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
