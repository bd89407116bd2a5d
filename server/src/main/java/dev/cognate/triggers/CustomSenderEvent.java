package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.DeliveryMediumType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event of the CustomEmailSender and CustomSMSSender triggers: its members stand in another order than those of most
 * events, and there is no {@code response}. Reference: lifecycle I2, I8.
 *
 * @param occasion the end of the trigger source, as in {@code SignUp}
 * @param code the encrypted code in Base64, null for a message without one
 */
record CustomSenderEvent(
        Origin origin,
        DeliveryMediumType medium,
        String occasion,
        @Nullable String code,
        Map<String, String> userAttributes,
        @Nullable Map<String, String> clientMetadata)
        implements TriggerEvent {

    @Override
    public String triggerSource() {
        return switch (medium) {
            case EMAIL -> "CustomEmailSender_" + occasion;
            case SMS -> "CustomSMSSender_" + occasion;
        };
    }

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("version", "1");
        out.member("triggerSource", triggerSource());
        out.member("region", origin.pool().region());
        out.member("userPoolId", origin.pool().value());
        out.member("userName", origin.userName());
        out.member("callerContext", origin::writeCaller);
        out.member("request", object -> {
            object.beginObject();
            writeRequest(object);
            object.endObject();
        });
        out.endObject();
    }

    @Override
    public void writeRequest(JsonOutput out) {
        out.member("type", type());
        if (code == null) {
            out.nullMember("code");
        } else {
            out.member("code", code);
        }
        if (clientMetadata == null) {
            out.nullMember("clientMetadata");
        } else {
            out.member("clientMetadata", clientMetadata);
        }
        out.member("userAttributes", userAttributes);
    }

    private String type() {
        return switch (medium) {
            case EMAIL -> "customEmailSenderRequestV1";
            case SMS -> "customSMSSenderRequestV1";
        };
    }

    @Override
    public void writeResponse(JsonOutput out) {}
}
