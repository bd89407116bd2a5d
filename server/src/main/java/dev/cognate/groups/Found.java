package dev.cognate.groups;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UserNotFoundException;

/** Groups and users as a transaction sees them, or the refusal that says which one is missing. */
final class Found {
    private Found() {}

    /**
     * The group of that name.
     *
     * @throws ResourceNotFoundException there is none
     */
    static Group group(Tx tx, PoolId pool, String name) {
        Group group = GroupsTable.find(tx, pool, name);
        if (group == null) {
            throw new ResourceNotFoundException(Texts.NO_GROUP);
        }
        return group;
    }

    /**
     * The user that was looked up before.
     *
     * @throws UserNotFoundException there was none, or it was deleted meanwhile
     */
    static User user(Tx tx, Users users, Lookup lookup) {
        User user = users.reload(tx, user(lookup));
        if (user == null) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        return user;
    }

    /**
     * The user that was looked up.
     *
     * @throws UserNotFoundException there is none
     */
    static User user(Lookup lookup) {
        return switch (lookup) {
            case Lookup.Found(User user) -> user;
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }
}
