package dev.cognate.users;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminSetUserSettingsRequest;
import dev.cognate.wire.model.AdminSetUserSettingsResponse;

/** Sets whether a user gets codes by SMS when it signs in. Reference: auth 27. */
final class AdminSetUserSettings implements Operation<AdminSetUserSettingsRequest, AdminSetUserSettingsResponse> {
    private final Pools pools;
    private final Users users;
    private final MfaOptions options;

    AdminSetUserSettings(Pools pools, Users users, MfaOptions options) {
        this.pools = pools;
        this.users = users;
        this.options = options;
    }

    @Override
    public AdminSetUserSettingsResponse run(AdminSetUserSettingsRequest request, Call call) {
        switch (users.find(pools.require(new PoolId(request.userPoolId()), call), request.username())) {
            case Lookup.Found(User user) -> options.set(user, request.mfaOptions());
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        }
        return new AdminSetUserSettingsResponse();
    }
}
