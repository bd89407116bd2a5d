package dev.cognate.users;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminDeleteUserAttributesRequest;
import dev.cognate.wire.model.AdminDeleteUserAttributesResponse;

/** Deletes attributes of any user; one that is not set is no error. Reference: lifecycle F7. */
final class AdminDeleteUserAttributes
        implements Operation<AdminDeleteUserAttributesRequest, AdminDeleteUserAttributesResponse> {
    private final Pools pools;
    private final Users users;
    private final AttributeUpdate update;

    AdminDeleteUserAttributes(Pools pools, Users users, AttributeUpdate update) {
        this.pools = pools;
        this.users = users;
        this.update = update;
    }

    @Override
    public AdminDeleteUserAttributesResponse run(AdminDeleteUserAttributesRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        AttributeChange change = AttributeChange.removing(request.userAttributeNames());
        switch (users.find(pool, request.username())) {
            case Lookup.Found(User user) ->
                update.apply(pool, user, change, new AttributeUpdate.Writer(null, call, null));
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        }
        return new AdminDeleteUserAttributesResponse();
    }
}
