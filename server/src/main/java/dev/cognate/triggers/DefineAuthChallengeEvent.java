package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.List;

/**
 * The event of the DefineAuthChallenge trigger. Reference: auth 24.3.
 *
 * @param session the challenges so far
 */
record DefineAuthChallengeEvent(CustomAuthUser user, List<ChallengeRound> session) implements TriggerEvent {

    @Override
    public Origin origin() {
        return user.origin();
    }

    @Override
    public String triggerSource() {
        return "DefineAuthChallenge_Authentication";
    }

    @Override
    public void writeRequest(JsonOutput out) {
        user.writeAttributes(out);
        out.member("session", session);
        user.writeRest(out);
    }

    @Override
    public void writeResponse(JsonOutput out) {
        out.nullMember("challengeName");
        out.nullMember("issueTokens");
        out.nullMember("failAuthentication");
    }

    @Override
    public String toString() {
        return "DefineAuthChallengeEvent[***]";
    }
}
