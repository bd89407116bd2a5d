package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.ReplicaStatusType;
import dev.cognate.wire.model.UserPoolReplicaType;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The replicas of pools: one for each pool, in another region. They are kept as configuration, so that programs which
 * manage them work; requests to the replica's region are not answered by it. Reference: newer.
 */
final class Replicas {
    private final Store store;
    private final Pools pools;
    private final InstantSource clock;

    Replicas(Store store, Pools pools, InstantSource clock) {
        this.store = store;
        this.pools = pools;
        this.clock = clock;
    }

    /** Makes a replica, inactive. */
    UserPoolReplicaType create(PoolId id, String region) {
        PoolRules.checkRegion(region);
        if (region.equals(id.region())) {
            throw new InvalidParameterException(Texts.REPLICA_AT_HOME);
        }
        store.write(tx -> {
            TierRules.require(pools.require(tx, id), TierRules.REPLICATION);
            if (!ReplicasTable.all(tx, id).isEmpty()) {
                throw new LimitExceededException(Texts.ONE_REPLICA);
            }
            ReplicasTable.insert(tx, id, new Replica(region, ReplicaStatusType.INACTIVE), clock.instant());
            return true;
        });
        return shown(id, new Replica(region, ReplicaStatusType.CREATING));
    }

    /** Activates or deactivates a replica. */
    UserPoolReplicaType change(PoolId id, String region, ReplicaStatusType status) {
        return store.write(tx -> {
            Replica changed = new Replica(require(tx, id, region).region(), status);
            ReplicasTable.update(tx, id, changed);
            return shown(id, changed);
        });
    }

    /** Deletes a replica that is inactive. */
    UserPoolReplicaType delete(PoolId id, String region) {
        return store.write(tx -> {
            if (require(tx, id, region).status() != ReplicaStatusType.INACTIVE) {
                throw new InvalidParameterException(Texts.REPLICA_ACTIVE);
            }
            ReplicasTable.delete(tx, id, region);
            return shown(id, new Replica(region, ReplicaStatusType.DELETING));
        });
    }

    /** The pool in its own region, and after it the replica. */
    List<UserPoolReplicaType> list(PoolId id) {
        List<Replica> places = new ArrayList<>(List.of(new Replica(id.region(), ReplicaStatusType.ACTIVE)));
        places.addAll(store.read(tx -> {
            pools.require(tx, id);
            return ReplicasTable.all(tx, id);
        }));
        return places.stream().map(each -> shown(id, each)).toList();
    }

    private Replica require(Tx tx, PoolId id, String region) {
        pools.require(tx, id);
        return ReplicasTable.all(tx, id).stream()
                .filter(each -> each.region().equals(region))
                .findFirst()
                .orElseThrow(() -> new ResourceNotFoundException(Texts.noReplica(id)));
    }

    private UserPoolReplicaType shown(PoolId id, Replica replica) {
        return replica.shown(id, pools.settings().account());
    }
}
