package dev.cognate.users;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.Shown;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.mfa.UserFactors;
import dev.cognate.pools.Pools;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminGetUserRequest;
import dev.cognate.wire.model.AdminGetUserResponse;

/** Shows a user with all attributes. Reference: lifecycle F5. */
final class AdminGetUser implements Operation<AdminGetUserRequest, AdminGetUserResponse> {
    private final Pools pools;
    private final Users users;
    private final MfaOptions options;

    AdminGetUser(Pools pools, Users users, MfaOptions options) {
        this.pools = pools;
        this.users = users;
        this.options = options;
    }

    @Override
    public AdminGetUserResponse run(AdminGetUserRequest request, Call call) {
        return switch (users.find(pools.require(new PoolId(request.userPoolId()), call), request.username())) {
            case Lookup.Found(User user) -> shown(user);
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }

    private AdminGetUserResponse shown(User user) {
        UserFactors factors = options.factors(user);
        return AdminGetUserResponse.builder()
                .username(user.username())
                .userAttributes(Shown.attributes(user))
                .userCreateDate(user.created())
                .userLastModifiedDate(user.modified())
                .enabled(user.enabled())
                .userStatus(Shown.status(user))
                .mfaOptions(MfaOptions.of(factors))
                .preferredMfaSetting(factors.preferredSetting())
                .userMfaSettingList(factors.settingList())
                .build();
    }
}
