package dev.cognate.users;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminLinkProviderForUserRequest;
import dev.cognate.wire.model.AdminLinkProviderForUserResponse;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Links the user of an identity provider, who has not signed in yet, to a user of the pool: its later sign-ins are that
 * user's. Reference: lifecycle F10.
 */
final class AdminLinkProviderForUser
        implements Operation<AdminLinkProviderForUserRequest, AdminLinkProviderForUserResponse> {
    private static final int MOST_LINKS = 5;

    private final Store store;
    private final Pools pools;
    private final Users users;
    private final Identities identities;
    private final InstantSource clock;

    AdminLinkProviderForUser(UserOperations.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
        this.identities = new Identities(with.users());
        this.clock = with.clock();
    }

    @Override
    public AdminLinkProviderForUserResponse run(AdminLinkProviderForUserRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        ProviderUser source = ProviderUser.of(request.sourceUser());
        ProviderUser destination = ProviderUser.of(request.destinationUser());
        if (source.isLocal()) {
            throw new InvalidParameterException(Texts.LOCAL_SOURCE);
        }
        switch (users.find(pool, destination.profileName())) {
            case Lookup.Found(User user) -> store.write(tx -> link(tx, pool, user, source));
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        }
        return new AdminLinkProviderForUserResponse();
    }

    private User link(Tx tx, Pool pool, User seen, ProviderUser source) {
        User user = users.reload(tx, seen);
        if (user == null) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        if (users.byUsername(tx, pool, source.profileName()) != null) {
            throw new InvalidParameterException(Texts.MERGING);
        }
        if (IdentitiesTable.holder(tx, pool.id(), source) != null) {
            throw new InvalidParameterException(Texts.LOCAL_SOURCE);
        }
        if (IdentitiesTable.of(tx, user.pool(), user.sub()).size() >= MOST_LINKS) {
            throw new LimitExceededException(Texts.TOO_MANY_LINKS);
        }
        Instant now = clock.instant();
        IdentitiesTable.insert(tx, pool.id(), source, user.sub(), now);
        identities.refresh(tx, user, now);
        return user;
    }
}
