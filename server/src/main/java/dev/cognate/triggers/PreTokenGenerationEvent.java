package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** The event of the PreTokenGeneration trigger, in one of its three versions. Reference: lifecycle I11, auth 24.4. */
record PreTokenGenerationEvent(Origin origin, Version eventVersion, TokenGeneration generation)
        implements TriggerEvent {

    /** What a function is told and may answer: the first changes ID tokens only, the others access tokens too. */
    enum Version {
        V1("1"),
        V2("2"),
        V3("3");

        private final String wire;

        Version(String wire) {
            this.wire = wire;
        }
    }

    /** A client that asks for itself stands for nobody. */
    @Override
    public @Nullable String userName() {
        return generation.source() == TokenGenerationSource.CLIENT_CREDENTIALS ? null : origin.userName();
    }

    @Override
    public String version() {
        return eventVersion.wire;
    }

    @Override
    public String triggerSource() {
        return generation.source().wire();
    }

    /** Unlike the others not what its sources begin with. */
    @Override
    public String trigger() {
        return "PreTokenGeneration";
    }

    @Override
    public void writeRequest(JsonOutput out) {
        out.member("userAttributes", generation.userAttributes());
        out.member("groupConfiguration", this::writeGroups);
        if (eventVersion != Version.V1) {
            out.member("scopes", generation.scopes());
        }
        out.member("clientMetadata", generation.clientMetadata());
    }

    private void writeGroups(JsonOutput out) {
        out.beginObject();
        out.member("groupsToOverride", generation.groups());
        out.member("iamRolesToOverride", generation.roles());
        if (generation.preferredRole() == null) {
            out.nullMember("preferredRole");
        } else {
            out.member("preferredRole", generation.preferredRole());
        }
        out.endObject();
    }

    @Override
    public void writeResponse(JsonOutput out) {
        out.nullMember(eventVersion == Version.V1 ? "claimsOverrideDetails" : "claimsAndScopeOverrideDetails");
    }
}
