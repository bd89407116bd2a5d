package dev.cognate.devices;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.OperationModel;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UserNotFoundException;

/** Users as administrators name them. Operations whose model lacks UserNotFoundException say it as a missing resource. */
final class NamedUser {
    private final Pools pools;
    private final Users users;
    private final boolean namesUsers;

    NamedUser(Pools pools, Users users, OperationModel<?, ?> model) {
        this.pools = pools;
        this.users = users;
        this.namesUsers = model.errors().contains("UserNotFoundException");
    }

    /**
     * The user of a name.
     *
     * @throws ResourceNotFoundException there is no such pool, or no such user
     * @throws UserNotFoundException there is no such user
     */
    User require(String poolId, String username, Call call) {
        return switch (users.find(pools.require(new PoolId(poolId), call), username)) {
            case Lookup.Found(User user) -> user;
            case Lookup.Absent _ when namesUsers -> throw new UserNotFoundException(Texts.NO_USER);
            case Lookup.Absent _ -> throw new ResourceNotFoundException(Texts.NO_USER);
        };
    }
}
