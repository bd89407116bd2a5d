package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminGetUserAuthFactorsRequest;
import dev.cognate.wire.model.AdminGetUserAuthFactorsResponse;

/** Shows what a user can sign in with. Reference: newer, auth 22. */
final class AdminGetUserAuthFactors
        implements Operation<AdminGetUserAuthFactorsRequest, AdminGetUserAuthFactorsResponse> {
    private final NamedUser named;
    private final Mfa mfa;
    private final AuthFactors authFactors;

    AdminGetUserAuthFactors(NamedUser named, Mfa mfa, AuthFactors authFactors) {
        this.named = named;
        this.mfa = mfa;
        this.authFactors = authFactors;
    }

    @Override
    public AdminGetUserAuthFactorsResponse run(AdminGetUserAuthFactorsRequest request, Call call) {
        NamedUser.Found found = named.require(request.userPoolId(), request.username(), call);
        User user = found.user();
        UserFactors factors = mfa.factors(user);
        return new AdminGetUserAuthFactorsResponse(
                user.username(), factors.preferredSetting(), factors.settingList(), authFactors.of(found.pool(), user));
    }
}
