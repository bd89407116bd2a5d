package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of the PreSignUp trigger. Reference: lifecycle I5. */
record PreSignUpEvent(
        Origin origin,
        PreSignUpSource source,
        Map<String, String> userAttributes,
        @Nullable Map<String, String> validationData,
        @Nullable Map<String, String> clientMetadata)
        implements TriggerEvent {

    @Override
    public String triggerSource() {
        return source.wire();
    }

    @Override
    public void writeRequest(JsonOutput out) {
        out.member("userAttributes", userAttributes);
        if (validationData == null) {
            out.nullMember("validationData");
        } else {
            out.member("validationData", validationData);
        }
        out.member("clientMetadata", clientMetadata);
    }

    @Override
    public void writeResponse(JsonOutput out) {
        out.member("autoConfirmUser", false);
        out.member("autoVerifyEmail", false);
        out.member("autoVerifyPhone", false);
    }
}
