package dev.cognate.groups;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.GroupExistsException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.CreateGroupRequest;
import dev.cognate.wire.model.CreateGroupResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** Creates a group; a pool has at most 10,000. Reference: lifecycle G, A12. */
final class CreateGroup implements Operation<CreateGroupRequest, CreateGroupResponse> {
    private final Store store;
    private final Pools pools;
    private final Randomness randomness;
    private final InstantSource clock;

    CreateGroup(Groups.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.randomness = with.randomness();
        this.clock = with.clock();
    }

    @Override
    public CreateGroupResponse run(CreateGroupRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        Group group = group(pool, request);
        store.write(tx -> {
            pools.require(tx, pool);
            add(tx, group);
            return group;
        });
        return new CreateGroupResponse(group.shown());
    }

    private Group group(PoolId pool, CreateGroupRequest request) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Group(
                pool,
                randomness.uuid(),
                request.groupName(),
                request.description(),
                request.roleArn(),
                request.precedence(),
                now,
                now);
    }

    private static void add(Tx tx, Group group) {
        if (GroupsTable.find(tx, group.pool(), group.name()) != null) {
            throw new GroupExistsException(Texts.GROUP_EXISTS);
        }
        if (GroupsTable.count(tx, group.pool()) >= Group.MOST_OF_POOL) {
            throw new LimitExceededException(Texts.TOO_MANY_GROUPS);
        }
        GroupsTable.insert(tx, group);
    }
}
