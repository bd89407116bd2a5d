package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of the UserMigration trigger; its {@code userName} is the name as it was typed. Reference: lifecycle I9. */
record UserMigrationEvent(
        Origin origin,
        UserMigrationSource source,
        @Nullable String password,
        @Nullable Map<String, String> validationData,
        @Nullable Map<String, String> clientMetadata)
        implements TriggerEvent {

    @Override
    public String triggerSource() {
        return source.wire();
    }

    @Override
    public void writeRequest(JsonOutput out) {
        if (password == null) {
            out.nullMember("password");
        } else {
            out.member("password", password);
        }
        if (validationData == null) {
            out.nullMember("validationData");
        } else {
            out.member("validationData", validationData);
        }
        out.member("clientMetadata", clientMetadata);
    }

    @Override
    public void writeResponse(JsonOutput out) {
        out.nullMember("userAttributes");
        out.nullMember("finalUserStatus");
        out.nullMember("messageAction");
        out.nullMember("desiredDeliveryMediums");
        out.nullMember("forceAliasCreation");
        out.nullMember("enableSMSMFA");
    }

    /** Leaves the password and the attributes out. */
    @Override
    public String toString() {
        return "UserMigrationEvent[" + source.wire() + " ***]";
    }
}
