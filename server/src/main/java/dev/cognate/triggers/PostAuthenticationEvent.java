package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of the PostAuthentication trigger. Reference: lifecycle I10, auth 24.2. */
record PostAuthenticationEvent(
        Origin origin,
        Map<String, String> userAttributes,
        boolean newDeviceUsed,
        @Nullable Map<String, String> clientMetadata)
        implements TriggerEvent {

    @Override
    public String triggerSource() {
        return "PostAuthentication_Authentication";
    }

    @Override
    public void writeRequest(JsonOutput out) {
        out.member("userAttributes", userAttributes);
        out.member("newDeviceUsed", newDeviceUsed);
        out.member("clientMetadata", clientMetadata);
    }

    @Override
    public void writeResponse(JsonOutput out) {}

    /** Leaves the attributes out. */
    @Override
    public String toString() {
        return "PostAuthenticationEvent[***]";
    }
}
