package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Bearer;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.GetUserAuthFactorsRequest;
import dev.cognate.wire.model.GetUserAuthFactorsResponse;

/** Shows the user who asks what it can sign in with. Reference: auth 22. */
final class GetUserAuthFactors implements Operation<GetUserAuthFactorsRequest, GetUserAuthFactorsResponse> {
    private final AccessTokens accessTokens;
    private final Mfa mfa;
    private final AuthFactors authFactors;

    GetUserAuthFactors(AccessTokens accessTokens, Mfa mfa, AuthFactors authFactors) {
        this.accessTokens = accessTokens;
        this.mfa = mfa;
        this.authFactors = authFactors;
    }

    @Override
    public GetUserAuthFactorsResponse run(GetUserAuthFactorsRequest request, Call call) {
        Bearer bearer = accessTokens.require(request.accessToken());
        User user = bearer.user();
        UserFactors factors = mfa.factors(user);
        return new GetUserAuthFactorsResponse(
                user.username(),
                factors.preferredSetting(),
                factors.settingList(),
                authFactors.of(bearer.client().pool(), user));
    }
}
