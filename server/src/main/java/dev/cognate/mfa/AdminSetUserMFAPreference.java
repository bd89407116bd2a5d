package dev.cognate.mfa;

import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminSetUserMFAPreferenceRequest;
import dev.cognate.wire.model.AdminSetUserMFAPreferenceResponse;

/** Sets which second factors a user wants, and which one is preferred. Reference: auth 19.2. */
final class AdminSetUserMFAPreference
        implements Operation<AdminSetUserMFAPreferenceRequest, AdminSetUserMFAPreferenceResponse> {
    private final NamedUser named;
    private final Preferences preferences;

    AdminSetUserMFAPreference(NamedUser named, Preferences preferences) {
        this.named = named;
        this.preferences = preferences;
    }

    @Override
    public AdminSetUserMFAPreferenceResponse run(AdminSetUserMFAPreferenceRequest request, Call call) {
        preferences.set(
                named.require(request.userPoolId(), request.username(), call).user(),
                Preferences.Wanted.of(
                        request.smsMfaSettings(),
                        request.emailMfaSettings(),
                        request.softwareTokenMfaSettings(),
                        request.webAuthnMfaSettings()));
        return new AdminSetUserMFAPreferenceResponse();
    }
}
