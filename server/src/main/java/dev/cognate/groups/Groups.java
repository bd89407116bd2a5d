package dev.cognate.groups;

import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import java.time.InstantSource;
import java.util.List;

/** The door to groups of users. Safe for use by many threads. */
public final class Groups {
    private final Collaborators with;
    private final Leftovers leftovers;

    /** Makes the room from what it works with. */
    public Groups(Collaborators with) {
        this.with = with;
        this.leftovers = new Leftovers(with.store);
    }

    /** What this room works with. */
    public record Collaborators(
            Store store, InstantSource clock, Randomness randomness, Pools pools, Users users, PageTokens tokens) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.CREATE_GROUP.by(new CreateGroup(with)),
                Operations.GET_GROUP.by(new GetGroup(with.store, with.pools)),
                Operations.UPDATE_GROUP.by(new UpdateGroup(with.store, with.pools, with.clock)),
                Operations.DELETE_GROUP.by(new DeleteGroup(with.store, with.pools, leftovers)),
                Operations.LIST_GROUPS.by(new ListGroups(with.store, with.pools, with.tokens)),
                Operations.ADMIN_ADD_USER_TO_GROUP.by(new AdminAddUserToGroup(with)),
                Operations.ADMIN_REMOVE_USER_FROM_GROUP.by(new AdminRemoveUserFromGroup(with)),
                Operations.ADMIN_LIST_GROUPS_FOR_USER.by(new AdminListGroupsForUser(with)),
                Operations.LIST_USERS_IN_GROUP.by(new ListUsersInGroup(with)));
    }

    /** What tokens say of a user's groups, as this transaction sees them. */
    public static GroupClaims claims(Tx tx, User user) {
        return GroupClaims.of(
                MembersTable.groups(tx, user.pool(), user.sub(), MembersTable.Place.START, Group.MOST_OF_USER));
    }

    /** Ends every membership of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        MembersTable.deleteOf(tx, pool, sub);
    }

    /**
     * Clears what a deletion of a group that was stopped left behind; to be run now and then.
     *
     * @return the number of deleted groups of which something was left
     */
    public int sweep() {
        return leftovers.clearAll();
    }
}
