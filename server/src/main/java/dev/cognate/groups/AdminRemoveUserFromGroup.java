package dev.cognate.groups;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminRemoveUserFromGroupRequest;

/** Takes a user out of a group; one who is not in it stays out. Reference: lifecycle G. */
final class AdminRemoveUserFromGroup implements Operation<AdminRemoveUserFromGroupRequest, NoOutput> {
    private final Store store;
    private final Pools pools;
    private final Users users;

    AdminRemoveUserFromGroup(Groups.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
    }

    @Override
    public NoOutput run(AdminRemoveUserFromGroupRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        Lookup lookup = users.find(pool, request.username());
        return store.write(tx -> {
            Group group = Found.group(tx, pool.id(), request.groupName());
            MembersTable.delete(tx, group, Found.user(tx, users, lookup).sub());
            return new NoOutput();
        });
    }
}
