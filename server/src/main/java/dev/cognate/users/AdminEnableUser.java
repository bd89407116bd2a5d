package dev.cognate.users;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminEnableUserRequest;
import dev.cognate.wire.model.AdminEnableUserResponse;

/** Lets a disabled user in again. Reference: lifecycle F9. */
final class AdminEnableUser implements Operation<AdminEnableUserRequest, AdminEnableUserResponse> {
    private final Pools pools;
    private final AccountSwitch accounts;

    AdminEnableUser(Pools pools, AccountSwitch accounts) {
        this.pools = pools;
        this.accounts = accounts;
    }

    @Override
    public AdminEnableUserResponse run(AdminEnableUserRequest request, Call call) {
        accounts.turn(pools.require(new PoolId(request.userPoolId()), call), request.username(), true);
        return new AdminEnableUserResponse();
    }
}
