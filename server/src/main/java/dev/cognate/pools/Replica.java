package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.ReplicaRoleType;
import dev.cognate.wire.model.ReplicaStatusType;
import dev.cognate.wire.model.UserPoolReplicaType;

/**
 * A pool's place in a region: its own, or that of its replica.
 *
 * @param region the region
 * @param status what it is shown with
 */
record Replica(String region, ReplicaStatusType status) {

    /** What is shown of it. */
    UserPoolReplicaType shown(PoolId pool, String account) {
        boolean primary = region.equals(pool.region());
        return new UserPoolReplicaType(
                region,
                status,
                primary ? ReplicaRoleType.PRIMARY : ReplicaRoleType.SECONDARY,
                "arn:aws:cognito-idp:" + region + ":" + account + ":userpool/" + pool);
    }
}
