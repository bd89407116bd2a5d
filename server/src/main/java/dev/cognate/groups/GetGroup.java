package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetGroupRequest;
import dev.cognate.wire.model.GetGroupResponse;

/** Shows a group. Reference: lifecycle G. */
final class GetGroup implements Operation<GetGroupRequest, GetGroupResponse> {
    private final Store store;
    private final Pools pools;

    GetGroup(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public GetGroupResponse run(GetGroupRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        return new GetGroupResponse(
                store.read(tx -> Found.group(tx, pool, request.groupName())).shown());
    }
}
