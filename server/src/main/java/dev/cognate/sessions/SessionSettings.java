package dev.cognate.sessions;

import dev.cognate.clients.Client;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import dev.cognate.wire.model.ClientSSOSessionConfigType;
import dev.cognate.wire.model.SetUserPoolSessionConfigurationRequest;
import dev.cognate.wire.model.UserPoolTokenSessionConfigType;
import dev.cognate.wire.model.UserSessionTrackingType;
import org.jspecify.annotations.Nullable;

/** The table {@code session_settings}. Reference: newer. */
final class SessionSettings {
    private static final int USUAL_PER_USER = 20;
    private static final int USUAL_VALIDITY = 60;
    private static final String POOL = "";

    private SessionSettings() {}

    /** A pool's settings as they were given; not tracked and 20 sessions for a pool that was never told. */
    static SetUserPoolSessionConfigurationRequest ofPool(Tx tx, PoolId pool) {
        String json = find(tx, pool, POOL);
        return json == null
                ? new SetUserPoolSessionConfigurationRequest(
                        pool.value(),
                        UserSessionTrackingType.DISABLED,
                        new UserPoolTokenSessionConfigType(USUAL_PER_USER))
                : JsonInput.decodeStored(json, SetUserPoolSessionConfigurationRequest::read);
    }

    /** Whether a pool tracks sessions. */
    static boolean tracked(Tx tx, PoolId pool) {
        return ofPool(tx, pool).userSessionTracking() == UserSessionTrackingType.ENABLED;
    }

    /** How long a client reuses an SSO session; 60 minutes for one that was never told. */
    static ClientSSOSessionConfigType ofClient(Tx tx, Client client) {
        String json = find(tx, client.pool().id(), client.id().value());
        return json == null
                ? new ClientSSOSessionConfigType(USUAL_VALIDITY)
                : JsonInput.decodeStored(json, ClientSSOSessionConfigType::read);
    }

    static void put(Tx tx, PoolId pool, SetUserPoolSessionConfigurationRequest settings) {
        put(tx, pool, POOL, settings);
    }

    static void put(Tx tx, Client client, ClientSSOSessionConfigType settings) {
        put(tx, client.pool().id(), client.id().value(), settings);
    }

    private static @Nullable String find(Tx tx, PoolId pool, String client) {
        return tx.first(
                "SELECT config FROM session_settings WHERE pool_id = ? AND client_id = ?",
                row -> row.string(1),
                pool.value(),
                client);
    }

    private static void put(Tx tx, PoolId pool, String client, Shape settings) {
        tx.update("""
                INSERT INTO session_settings (pool_id, client_id, config) VALUES (?, ?, ?)
                ON CONFLICT (pool_id, client_id) DO UPDATE SET config = excluded.config
                """, pool.value(), client, JsonOutput.text(settings));
    }
}
