package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteGroupRequest;

/** Deletes a group, also one with members, who lose it at once. Reference: lifecycle G. */
final class DeleteGroup implements Operation<DeleteGroupRequest, NoOutput> {
    private final Store store;
    private final Pools pools;
    private final Leftovers leftovers;

    DeleteGroup(Store store, Pools pools, Leftovers leftovers) {
        this.store = store;
        this.pools = pools;
        this.leftovers = leftovers;
    }

    @Override
    public NoOutput run(DeleteGroupRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        Group deleted = store.write(tx -> {
            Group group = Found.group(tx, pool, request.groupName());
            GroupsTable.delete(tx, group);
            return group;
        });
        leftovers.clear(pool, deleted.id());
        return new NoOutput();
    }
}
