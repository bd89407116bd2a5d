package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.List;

/**
 * The event of the CreateAuthChallenge trigger. Reference: auth 24.3.
 *
 * @param session the challenges so far
 */
record CreateAuthChallengeEvent(CustomAuthUser user, List<ChallengeRound> session) implements TriggerEvent {

    @Override
    public Origin origin() {
        return user.origin();
    }

    @Override
    public String triggerSource() {
        return "CreateAuthChallenge_Authentication";
    }

    @Override
    public void writeRequest(JsonOutput out) {
        user.writeAttributes(out);
        out.member("challengeName", "CUSTOM_CHALLENGE");
        out.member("session", session);
        user.writeRest(out);
    }

    @Override
    public void writeResponse(JsonOutput out) {
        out.nullMember("publicChallengeParameters");
        out.nullMember("privateChallengeParameters");
        out.nullMember("challengeMetadata");
    }

    @Override
    public String toString() {
        return "CreateAuthChallengeEvent[***]";
    }
}
