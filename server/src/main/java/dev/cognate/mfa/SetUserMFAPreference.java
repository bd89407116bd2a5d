package dev.cognate.mfa;

import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.SetUserMFAPreferenceRequest;
import dev.cognate.wire.model.SetUserMFAPreferenceResponse;

/** Sets which second factors the user who asks wants, and which one is preferred. Reference: auth 19.2. */
final class SetUserMFAPreference implements Operation<SetUserMFAPreferenceRequest, SetUserMFAPreferenceResponse> {
    private final AccessTokens accessTokens;
    private final Preferences preferences;

    SetUserMFAPreference(AccessTokens accessTokens, Preferences preferences) {
        this.accessTokens = accessTokens;
        this.preferences = preferences;
    }

    @Override
    public SetUserMFAPreferenceResponse run(SetUserMFAPreferenceRequest request, Call call) {
        preferences.set(
                accessTokens.require(request.accessToken()).user(),
                Preferences.Wanted.of(
                        request.smsMfaSettings(),
                        request.emailMfaSettings(),
                        request.softwareTokenMfaSettings(),
                        request.webAuthnMfaSettings()));
        return new SetUserMFAPreferenceResponse();
    }
}
