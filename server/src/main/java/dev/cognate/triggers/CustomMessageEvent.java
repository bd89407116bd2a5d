package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of the CustomMessage trigger. Reference: lifecycle I7 and the sample in E3. */
record CustomMessageEvent(
        Origin origin,
        String triggerSource,
        Map<String, String> userAttributes,
        boolean withUsername,
        @Nullable Map<String, String> clientMetadata)
        implements TriggerEvent {

    @Override
    public void writeRequest(JsonOutput out) {
        out.member("userAttributes", userAttributes);
        out.member("codeParameter", "{####}");
        out.member("linkParameter", "{##Click Here##}");
        if (withUsername) {
            out.member("usernameParameter", "{username}");
        } else {
            out.nullMember("usernameParameter");
        }
        out.member("clientMetadata", clientMetadata);
    }

    @Override
    public void writeResponse(JsonOutput out) {
        out.nullMember("smsMessage");
        out.nullMember("emailMessage");
        out.nullMember("emailSubject");
    }
}
