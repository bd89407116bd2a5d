package dev.cognate.risk;

import dev.cognate.clients.Client;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.RiskConfigurationType;
import org.jspecify.annotations.Nullable;

/** The table {@code risk_settings}: what threat protection does, for a pool or for one client. */
final class RiskSettings {
    private RiskSettings() {}

    /**
     * The configuration, null where nothing was set.
     *
     * @param client a client's id, null for the pool itself
     */
    static @Nullable RiskConfigurationType find(Tx tx, PoolId pool, @Nullable String client) {
        return tx.first(
                "SELECT config FROM risk_settings WHERE pool_id = ? AND client_id = ?",
                row -> JsonInput.decodeStored(row.string(1), RiskConfigurationType::read),
                pool.value(),
                key(client));
    }

    /** What is set for requests through a client: its own configuration in place of the pool's; null for nothing. */
    static @Nullable RiskConfigurationType of(Tx tx, Client client) {
        PoolId pool = client.pool().id();
        RiskConfigurationType own = find(tx, pool, client.id().value());
        return own == null ? find(tx, pool, null) : own;
    }

    static void put(Tx tx, PoolId pool, @Nullable String client, RiskConfigurationType config) {
        tx.update("""
                INSERT INTO risk_settings (pool_id, client_id, config) VALUES (?, ?, ?)
                ON CONFLICT (pool_id, client_id) DO UPDATE SET config = excluded.config
                """, pool.value(), key(client), JsonOutput.text(config));
    }

    static void delete(Tx tx, PoolId pool, @Nullable String client) {
        tx.update("DELETE FROM risk_settings WHERE pool_id = ? AND client_id = ?", pool.value(), key(client));
    }

    private static String key(@Nullable String client) {
        return client == null ? "" : client;
    }
}
