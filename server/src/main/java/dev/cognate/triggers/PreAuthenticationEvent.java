package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event of the PreAuthentication trigger. Reference: lifecycle I10, auth 24.2.
 *
 * @param userAttributes all attributes, with {@code sub} and {@code cognito:user_status}; empty for nobody
 * @param userNotFound whether there is no such user; null where the client may know that, and it is left out
 */
record PreAuthenticationEvent(
        Origin origin,
        Map<String, String> userAttributes,
        @Nullable Map<String, String> validationData,
        @Nullable Boolean userNotFound)
        implements TriggerEvent {

    @Override
    public String triggerSource() {
        return "PreAuthentication_Authentication";
    }

    @Override
    public void writeRequest(JsonOutput out) {
        out.member("userAttributes", userAttributes);
        out.member("validationData", validationData);
        out.member("userNotFound", userNotFound);
    }

    @Override
    public void writeResponse(JsonOutput out) {}

    /** Leaves the attributes out. */
    @Override
    public String toString() {
        return "PreAuthenticationEvent[***]";
    }
}
