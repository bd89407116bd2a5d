package dev.cognate.mfa;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UserNotFoundException;

/** Users as administrators name them. */
record NamedUser(Pools pools, Users users) {

    /** A user in its pool. */
    record Found(Pool pool, User user) {}

    /**
     * The user of a name.
     *
     * @throws ResourceNotFoundException there is no such pool
     * @throws UserNotFoundException there is no such user
     */
    Found require(String poolId, String username, Call call) {
        Pool pool = pools.require(new PoolId(poolId), call);
        return switch (users.find(pool, username)) {
            case Lookup.Found(User user) -> new Found(pool, user);
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }
}
