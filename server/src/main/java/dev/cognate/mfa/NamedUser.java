package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.ResourceNotFoundException;

/** Users as administrators name them. */
record NamedUser(Pools pools, Users users) {

    /** A user in its pool. */
    record Found(Pool pool, User user) {}

    /**
     * The user of a name.
     *
     * @throws ResourceNotFoundException there is no such pool
     * @throws dev.cognate.wire.fault.UserNotFoundException there is no such user
     */
    Found require(String poolId, String username, Call call) {
        Pool pool = pools.require(new PoolId(poolId), call);
        return new Found(pool, users.find(pool, username).require());
    }
}
