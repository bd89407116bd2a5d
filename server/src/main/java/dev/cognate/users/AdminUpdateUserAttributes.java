package dev.cognate.users;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.CodeDeliveryFailureException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminUpdateUserAttributesRequest;
import dev.cognate.wire.model.AdminUpdateUserAttributesResponse;
import java.util.Objects;

/**
 * Changes attributes of any user, also those that users cannot write; all of them or none. An administrator may declare
 * an address verified: it then replaces the old one at once, and takes an alias from whoever held it. Reference:
 * lifecycle F6.
 */
final class AdminUpdateUserAttributes
        implements Operation<AdminUpdateUserAttributesRequest, AdminUpdateUserAttributesResponse> {
    private final Pools pools;
    private final Users users;
    private final AttributeUpdate update;

    AdminUpdateUserAttributes(Pools pools, Users users, AttributeUpdate update) {
        this.pools = pools;
        this.users = users;
        this.update = update;
    }

    @Override
    public AdminUpdateUserAttributesResponse run(AdminUpdateUserAttributesRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        AttributeChange change = AttributeChange.of(request.userAttributes());
        AttributeUpdate.Writer admin = new AttributeUpdate.Writer(null, call, request.clientMetadata());
        try {
            switch (users.find(pool, request.username())) {
                case Lookup.Found(User user) -> update.apply(pool, user, change, admin);
                case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
            }
        } catch (CodeDeliveryFailureException unreachable) {
            // This operation does not model that fault: what cannot be reached is a parameter that cannot be used.
            throw new InvalidParameterException(
                    Objects.requireNonNullElse(unreachable.getMessage(), Texts.UNREACHABLE));
        }
        return new AdminUpdateUserAttributesResponse();
    }
}
