package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of the PostConfirmation trigger. Reference: lifecycle I6. */
record PostConfirmationEvent(
        Origin origin,
        PostConfirmationSource source,
        Map<String, String> userAttributes,
        @Nullable Map<String, String> clientMetadata)
        implements TriggerEvent {

    @Override
    public String triggerSource() {
        return source.wire();
    }

    @Override
    public void writeRequest(JsonOutput out) {
        out.member("userAttributes", userAttributes);
        out.member("clientMetadata", clientMetadata);
    }

    @Override
    public void writeResponse(JsonOutput out) {}
}
