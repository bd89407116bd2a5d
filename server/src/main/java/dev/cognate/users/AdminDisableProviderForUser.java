package dev.cognate.users;

import dev.cognate.directory.Belongings;
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
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminDisableProviderForUserRequest;
import dev.cognate.wire.model.AdminDisableProviderForUserResponse;
import java.time.InstantSource;

/**
 * Ends one way of signing in: unlinks the user of an identity provider, whose next sign-in makes a profile of its own; or
 * takes the password from a user of the pool. Reference: lifecycle F11.
 */
final class AdminDisableProviderForUser
        implements Operation<AdminDisableProviderForUserRequest, AdminDisableProviderForUserResponse> {
    private final Store store;
    private final Pools pools;
    private final Users users;
    private final Identities identities;
    private final Belongings foreignPasswords;
    private final InstantSource clock;

    AdminDisableProviderForUser(UserOperations.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
        this.identities = new Identities(with.users());
        this.foreignPasswords = with.foreignPasswords();
        this.clock = with.clock();
    }

    @Override
    public AdminDisableProviderForUserResponse run(AdminDisableProviderForUserRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        ProviderUser user = ProviderUser.of(request.user());
        boolean ended = user.isLocal() ? takePassword(pool, user) : store.write(tx -> unlink(tx, pool, user));
        if (!ended) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        return new AdminDisableProviderForUserResponse();
    }

    private boolean takePassword(Pool pool, ProviderUser named) {
        return switch (users.find(pool, named.profileName())) {
            case Lookup.Found(User seen) ->
                store.write(tx -> {
                    User user = users.reload(tx, seen);
                    if (user != null) {
                        users.save(tx, user, user.withoutPassword(clock.instant()));
                        foreignPasswords.forget(tx, user.pool(), user.sub());
                    }
                    return user != null;
                });
            case Lookup.Absent _ -> false;
        };
    }

    private boolean unlink(Tx tx, Pool pool, ProviderUser linked) {
        Sub sub = IdentitiesTable.holder(tx, pool.id(), linked);
        User user = sub == null ? null : users.bySub(tx, pool.id(), sub);
        if (user == null) {
            return false;
        }
        IdentitiesTable.delete(tx, pool.id(), linked);
        identities.refresh(tx, user, clock.instant());
        return true;
    }
}
