package dev.cognate.triggers;

import dev.cognate.wire.JsonOutput;
import java.util.Map;

/**
 * The event of the VerifyAuthChallengeResponse trigger. Reference: auth 24.3.
 *
 * @param privateChallengeParameters as CreateAuthChallenge returned them
 * @param answer as the client sent it
 */
record VerifyAuthChallengeResponseEvent(
        CustomAuthUser user, Map<String, String> privateChallengeParameters, String answer) implements TriggerEvent {

    @Override
    public Origin origin() {
        return user.origin();
    }

    @Override
    public String triggerSource() {
        return "VerifyAuthChallengeResponse_Authentication";
    }

    @Override
    public void writeRequest(JsonOutput out) {
        user.writeAttributes(out);
        out.member("privateChallengeParameters", privateChallengeParameters);
        out.member("challengeAnswer", answer);
        user.writeRest(out);
    }

    @Override
    public void writeResponse(JsonOutput out) {
        out.nullMember("answerCorrect");
    }

    @Override
    public String toString() {
        return "VerifyAuthChallengeResponseEvent[***]";
    }
}
