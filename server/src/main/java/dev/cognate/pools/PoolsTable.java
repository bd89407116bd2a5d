package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.UserPoolType;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The SQL of the table of pools. */
final class PoolsTable {
    private PoolsTable() {}

    /** Adds a pool; false when its id is taken. */
    static boolean insert(Tx tx, PoolId id, UserPoolType pool) {
        return tx.update("""
                        INSERT INTO pools (pool_id, region, config, created_at, modified_at)
                        VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
                        """, id.value(), id.region(), JsonOutput.text(pool), created(pool), modified(pool)) == 1;
    }

    /** The configuration of a pool, null when there is none. */
    static @Nullable UserPoolType find(Tx tx, PoolId id) {
        return tx.first("SELECT config FROM pools WHERE pool_id = ?", PoolsTable::config, id.value());
    }

    /** A pool with all that is set of it, null when there is none. */
    static @Nullable Pool pool(Tx tx, PoolId id) {
        return tx.first(
                "SELECT config, factors FROM pools WHERE pool_id = ?",
                row -> new Pool(id, config(row), factors(row.nullableString(2))),
                id.value());
    }

    private static FactorSettings factors(@Nullable String stored) {
        return stored == null ? FactorSettings.NONE : JsonInput.decodeStored(stored, FactorSettings::read);
    }

    /** Replaces what is set about the factors of a pool that exists. */
    static void updateFactors(Tx tx, PoolId id, FactorSettings factors) {
        tx.update("UPDATE pools SET factors = ? WHERE pool_id = ?", JsonOutput.text(factors), id.value());
    }

    /** Replaces the configuration of a pool that exists. */
    static void update(Tx tx, PoolId id, UserPoolType pool) {
        tx.update(
                "UPDATE pools SET config = ?, modified_at = ? WHERE pool_id = ?",
                JsonOutput.text(pool),
                modified(pool),
                id.value());
    }

    /** Removes a pool, its clients and what finds those; what else belongs to it stays for {@link Purge}. */
    static void delete(Tx tx, PoolId id) {
        tx.update(
                "DELETE FROM client_pools WHERE client_id IN (SELECT client_id FROM clients WHERE pool_id = ?)",
                id.value());
        tx.update("DELETE FROM client_secrets WHERE pool_id = ?", id.value());
        tx.update("DELETE FROM clients WHERE pool_id = ?", id.value());
        tx.update("DELETE FROM pools WHERE pool_id = ?", id.value());
    }

    /**
     * The first pools of a region behind an id, by id.
     *
     * @param after the id, empty for the beginning
     */
    static List<UserPoolType> page(Tx tx, String region, String after, int limit) {
        // All ids of a region lie between "<region>_" and "<region>`", the next character: a range of the key.
        return tx.list(
                "SELECT config FROM pools WHERE pool_id > ? AND pool_id < ? ORDER BY pool_id LIMIT ?",
                PoolsTable::config,
                after.isEmpty() ? region + "_" : after,
                region + "`",
                limit);
    }

    /** The first pools of all regions, by id. */
    static List<UserPoolType> all(Tx tx, int limit) {
        return tx.list("SELECT config FROM pools ORDER BY pool_id LIMIT ?", PoolsTable::config, limit);
    }

    /** How many users a pool has. */
    static long countUsers(Tx tx, PoolId id) {
        Long users = tx.first("SELECT COUNT(*) FROM users WHERE pool_id = ?", row -> row.number(1), id.value());
        return users == null ? 0 : users;
    }

    private static UserPoolType config(Row row) {
        return JsonInput.decodeStored(row.string(1), UserPoolType::read);
    }

    private static Instant created(UserPoolType pool) {
        return Objects.requireNonNull(pool.creationDate());
    }

    private static Instant modified(UserPoolType pool) {
        return Objects.requireNonNull(pool.lastModifiedDate());
    }
}
