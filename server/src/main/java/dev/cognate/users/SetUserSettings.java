package dev.cognate.users;

import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.SetUserSettingsRequest;
import dev.cognate.wire.model.SetUserSettingsResponse;

/** Sets whether the user who asks gets codes by SMS when it signs in. Reference: auth 27. */
final class SetUserSettings implements Operation<SetUserSettingsRequest, SetUserSettingsResponse> {
    private final AccessTokens accessTokens;
    private final MfaOptions options;

    SetUserSettings(AccessTokens accessTokens, MfaOptions options) {
        this.accessTokens = accessTokens;
        this.options = options;
    }

    @Override
    public SetUserSettingsResponse run(SetUserSettingsRequest request, Call call) {
        options.set(accessTokens.require(request.accessToken()).user(), request.mfaOptions());
        return new SetUserSettingsResponse();
    }
}
