package dev.cognate.users;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminDisableUserRequest;
import dev.cognate.wire.model.AdminDisableUserResponse;

/**
 * Bars a user from everything and revokes all of its tokens; they stay revoked when it is enabled again. Reference:
 * lifecycle F9.
 */
final class AdminDisableUser implements Operation<AdminDisableUserRequest, AdminDisableUserResponse> {
    private final Pools pools;
    private final AccountSwitch accounts;

    AdminDisableUser(Pools pools, AccountSwitch accounts) {
        this.pools = pools;
        this.accounts = accounts;
    }

    @Override
    public AdminDisableUserResponse run(AdminDisableUserRequest request, Call call) {
        accounts.turn(pools.require(new PoolId(request.userPoolId()), call), request.username(), false);
        return new AdminDisableUserResponse();
    }
}
