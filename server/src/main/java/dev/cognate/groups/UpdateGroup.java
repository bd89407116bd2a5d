package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.UpdateGroupRequest;
import dev.cognate.wire.model.UpdateGroupResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Changes a group; what the request does not name keeps its value. Reference: lifecycle G. */
final class UpdateGroup implements Operation<UpdateGroupRequest, UpdateGroupResponse> {
    private final Store store;
    private final Pools pools;
    private final InstantSource clock;

    UpdateGroup(Store store, Pools pools, InstantSource clock) {
        this.store = store;
        this.pools = pools;
        this.clock = clock;
    }

    @Override
    public UpdateGroupResponse run(UpdateGroupRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Group changed = store.write(tx -> {
            Group group = Found.group(tx, pool, request.groupName()).with(request, now);
            GroupsTable.update(tx, group);
            return group;
        });
        return new UpdateGroupResponse(changed.shown());
    }
}
