package dev.cognate.clients;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.ClientSecretDescriptorType;
import dev.cognate.wire.model.UserPoolClientType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of the clients, their secrets and the directory that finds the pool of a client. */
final class ClientsTable {
    private ClientsTable() {}

    /** Takes an id for a client of a pool; false when a client of any pool has it. */
    static boolean reserve(Tx tx, ClientId id, PoolId pool) {
        return tx.update(
                        "INSERT INTO client_pools (client_id, pool_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                        id.value(),
                        pool.value())
                == 1;
    }

    /** Adds a client whose id was reserved. */
    static void insert(Tx tx, PoolId pool, ClientId id, UserPoolClientType client) {
        tx.update(
                "INSERT INTO clients (pool_id, client_id, config, created_at, modified_at) VALUES (?, ?, ?, ?, ?)",
                pool.value(),
                id.value(),
                json(client),
                created(client),
                modified(client));
    }

    /** Adds a secret, sealed. */
    static void insertSecret(Tx tx, Client client, String secretId, byte[] sealed, Instant now) {
        tx.update("""
                INSERT INTO client_secrets (pool_id, client_id, secret_id, sealed, created_at)
                VALUES (?, ?, ?, ?, ?)
                """, client.pool().id().value(), client.id().value(), secretId, sealed, now);
    }

    /**
     * A client as it is stored.
     *
     * @param pool its pool
     * @param config its configuration
     * @param hasSecrets whether there is any secret
     */
    record Stored(PoolId pool, String config, boolean hasSecrets) {}

    /** A client, null when there is none. */
    static @Nullable Stored stored(Tx tx, ClientId id) {
        return tx.first(
                """
                SELECT c.pool_id, c.config,
                    (SELECT COUNT(*) FROM client_secrets s WHERE s.pool_id = c.pool_id AND s.client_id = c.client_id)
                FROM client_pools p JOIN clients c ON c.pool_id = p.pool_id AND c.client_id = p.client_id
                WHERE p.client_id = ?
                """, row -> new Stored(new PoolId(row.string(1)), row.string(2), row.number(3) > 0), id.value());
    }

    /** What a configuration says. */
    static UserPoolClientType config(String stored) {
        return JsonInput.decodeStored(stored, UserPoolClientType::read);
    }

    /** The secrets of a client, sealed, oldest first. */
    static List<byte[]> secrets(Tx tx, PoolId pool, ClientId id) {
        return tx.list("""
                SELECT sealed FROM client_secrets WHERE pool_id = ? AND client_id = ?
                ORDER BY created_at, secret_id
                """, row -> row.bytes(1), pool.value(), id.value());
    }

    /** What is shown of the secrets of a client, oldest first. */
    static List<ClientSecretDescriptorType> describedSecrets(Tx tx, PoolId pool, ClientId id) {
        return tx.list(
                """
                SELECT secret_id, created_at FROM client_secrets WHERE pool_id = ? AND client_id = ?
                ORDER BY created_at, secret_id
                """,
                row -> new ClientSecretDescriptorType(row.string(1), null, row.instant(2)),
                pool.value(),
                id.value());
    }

    /** Removes a secret of a client. */
    static void deleteSecret(Tx tx, PoolId pool, ClientId id, String secretId) {
        tx.update(
                "DELETE FROM client_secrets WHERE pool_id = ? AND client_id = ? AND secret_id = ?",
                pool.value(),
                id.value(),
                secretId);
    }

    /** Replaces the configuration of a client that exists. */
    static void update(Tx tx, PoolId pool, ClientId id, UserPoolClientType client) {
        tx.update(
                "UPDATE clients SET config = ?, modified_at = ? WHERE pool_id = ? AND client_id = ?",
                json(client),
                modified(client),
                pool.value(),
                id.value());
    }

    /** Removes a client with its secrets and settings and frees its id; false when the pool has no such client. */
    static boolean delete(Tx tx, PoolId pool, ClientId id) {
        if (tx.update("DELETE FROM clients WHERE pool_id = ? AND client_id = ?", pool.value(), id.value()) == 0) {
            return false;
        }
        tx.update("DELETE FROM client_secrets WHERE pool_id = ? AND client_id = ?", pool.value(), id.value());
        tx.update("DELETE FROM session_settings WHERE pool_id = ? AND client_id = ?", pool.value(), id.value());
        tx.update("DELETE FROM risk_settings WHERE pool_id = ? AND client_id = ?", pool.value(), id.value());
        tx.update("DELETE FROM client_pools WHERE client_id = ?", id.value());
        return true;
    }

    /**
     * The configurations of the first clients of a pool behind an id, by id.
     *
     * @param after the id, empty for the beginning
     */
    static List<String> page(Tx tx, PoolId pool, String after, int limit) {
        return tx.list(
                "SELECT config FROM clients WHERE pool_id = ? AND client_id > ? ORDER BY client_id LIMIT ?",
                row -> row.string(1),
                pool.value(),
                after,
                limit);
    }

    /** How many clients a pool has, at most the limit: that many entries of the key are read. */
    static long count(Tx tx, PoolId pool, int limit) {
        Long clients = tx.first(
                "SELECT COUNT(*) FROM (SELECT 1 FROM clients WHERE pool_id = ? LIMIT ?) AS found",
                row -> row.number(1),
                pool.value(),
                limit);
        return clients == null ? 0 : clients;
    }

    /** The configurations of the clients of a pool that name ALLOW_USER_AUTH, be it as a flow or as something else. */
    static List<String> namingUserAuth(Tx tx, PoolId pool) {
        return tx.list(
                "SELECT config FROM clients WHERE pool_id = ? AND config LIKE '%ALLOW_USER_AUTH%'",
                row -> row.string(1), pool.value());
    }

    /** The stored form. A secret has no place in it. */
    private static String json(UserPoolClientType client) {
        return JsonOutput.text(client.toBuilder().clientSecret(null).build());
    }

    private static Instant created(UserPoolClientType client) {
        return Objects.requireNonNull(client.creationDate());
    }

    private static Instant modified(UserPoolClientType client) {
        return Objects.requireNonNull(client.lastModifiedDate());
    }
}
