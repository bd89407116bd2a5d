package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.UserPoolDescriptionType;
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

    /**
     * A pool as it is stored.
     *
     * @param config its configuration
     * @param factors what is set about factors, null for nothing
     */
    record Stored(String config, @Nullable String factors) {

        Pool decoded() {
            UserPoolType pool = JsonInput.decodeStored(config, UserPoolType::read);
            FactorSettings set =
                    factors == null ? FactorSettings.NONE : JsonInput.decodeStored(factors, FactorSettings::read);
            return new Pool(new PoolId(Objects.requireNonNull(pool.id())), pool, set);
        }
    }

    /** A pool with all that is set of it, null when there is none. */
    static @Nullable Stored stored(Tx tx, PoolId id) {
        return tx.first(
                "SELECT config, factors FROM pools WHERE pool_id = ?",
                row -> new Stored(row.string(1), row.nullableString(2)),
                id.value());
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
     * What lists show of the first pools of a region behind an id, by id. It is a part of the configuration, under the same
     * names, and what is not part of it is passed over.
     *
     * @param after the id, empty for the beginning
     */
    static List<UserPoolDescriptionType> page(Tx tx, String region, String after, int limit) {
        // All ids of a region lie between "<region>_" and "<region>`", the next character: a range of the key.
        return tx.list(
                "SELECT config FROM pools WHERE pool_id > ? AND pool_id < ? ORDER BY pool_id LIMIT ?",
                row -> JsonInput.decodeStored(row.string(1), UserPoolDescriptionType::read),
                after.isEmpty() ? region + "_" : after,
                region + "`",
                limit);
    }

    /** How many pools a region has, at most the limit: that many entries of the key are read. */
    static long count(Tx tx, String region, int limit) {
        Long pools = tx.first(
                "SELECT COUNT(*) FROM (SELECT 1 FROM pools WHERE pool_id > ? AND pool_id < ? LIMIT ?) AS found",
                row -> row.number(1),
                region + "_",
                region + "`",
                limit);
        return pools == null ? 0 : pools;
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
