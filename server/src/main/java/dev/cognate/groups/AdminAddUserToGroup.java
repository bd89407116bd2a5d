package dev.cognate.groups;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AdminAddUserToGroupRequest;

/** Puts a user into a group, or leaves it there; a user is in at most 100. Reference: lifecycle G, A12. */
final class AdminAddUserToGroup implements Operation<AdminAddUserToGroupRequest, NoOutput> {
    private final Store store;
    private final Pools pools;
    private final Users users;

    AdminAddUserToGroup(Groups.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
    }

    @Override
    public NoOutput run(AdminAddUserToGroupRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        Lookup lookup = users.find(pool, request.username());
        return store.write(tx -> {
            pools.require(tx, pool.id());
            Group group = Found.group(tx, pool.id(), request.groupName());
            User user = Found.user(tx, users, lookup);
            add(tx, group, user.sub());
            return new NoOutput();
        });
    }

    private static void add(Tx tx, Group group, Sub sub) {
        if (MembersTable.has(tx, group, sub)) {
            return;
        }
        if (MembersTable.count(tx, group.pool(), sub) >= Group.MOST_OF_USER) {
            throw new InvalidParameterException(Texts.TOO_MANY_OF_USER);
        }
        MembersTable.insert(tx, group, sub);
    }
}
