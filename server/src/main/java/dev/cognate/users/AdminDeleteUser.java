package dev.cognate.users;

import dev.cognate.directory.Deletion;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminDeleteUserRequest;

/** Deletes a user of any status; its username and aliases are free at once. Reference: lifecycle F8. */
final class AdminDeleteUser implements Operation<AdminDeleteUserRequest, NoOutput> {
    private final Pools pools;
    private final Users users;
    private final Deletion deletion;

    AdminDeleteUser(Pools pools, Users users, Deletion deletion) {
        this.pools = pools;
        this.users = users;
        this.deletion = deletion;
    }

    @Override
    public NoOutput run(AdminDeleteUserRequest request, Call call) {
        return switch (users.find(pools.require(new PoolId(request.userPoolId()), call), request.username())) {
            case Lookup.Found(User user) when deletion.delete(user) -> new NoOutput();
            case Lookup.Found _, Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }
}
