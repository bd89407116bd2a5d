package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.ReplicaStatusType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The table {@code pool_replicas}. */
final class ReplicasTable {
    private ReplicasTable() {}

    static void insert(Tx tx, PoolId pool, Replica replica, Instant now) {
        tx.update(
                "INSERT INTO pool_replicas (pool_id, region, status, created_at) VALUES (?, ?, ?, ?)",
                pool.value(),
                replica.region(),
                replica.status().wire(),
                now);
    }

    static void update(Tx tx, PoolId pool, Replica replica) {
        tx.update(
                "UPDATE pool_replicas SET status = ? WHERE pool_id = ? AND region = ?",
                replica.status().wire(),
                pool.value(),
                replica.region());
    }

    static void delete(Tx tx, PoolId pool, String region) {
        tx.update("DELETE FROM pool_replicas WHERE pool_id = ? AND region = ?", pool.value(), region);
    }

    /** The replicas of a pool, by region. */
    static List<Replica> all(Tx tx, PoolId pool) {
        return tx.list(
                "SELECT region, status FROM pool_replicas WHERE pool_id = ? ORDER BY region",
                row -> new Replica(row.string(1), Objects.requireNonNull(ReplicaStatusType.of(row.string(2)))),
                pool.value());
    }

    /** The regions of the replicas of all pools of a region, by pool; pools without one are left out. */
    static Map<String, List<String>> regions(Tx tx, String region) {
        Map<String, List<String>> regions = new HashMap<>();
        // The range of the key that holds the region's pools, as in PoolsTable.
        tx.list(
                        "SELECT pool_id, region FROM pool_replicas WHERE pool_id > ? AND pool_id < ?",
                        row -> Map.entry(row.string(1), row.string(2)),
                        region + "_",
                        region + "`")
                .forEach(each -> regions.computeIfAbsent(each.getKey(), _ -> new ArrayList<>())
                        .add(each.getValue()));
        return regions;
    }
}
