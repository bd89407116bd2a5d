package dev.cognate.signin;

import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;

/** PASSWORD_SRP: the password without showing it, by a user who chose that. Reference: auth 5. */
final class PasswordSrp implements Challenge {
    private final Sessions sessions;
    private final Settlement settlement;
    private final SrpExchange srp;

    PasswordSrp(Ground ground, SrpExchange srp) {
        this.sessions = ground.sessions();
        this.settlement = new Settlement(ground);
        this.srp = srp;
    }

    @Override
    public List<String> required() {
        return List.of("SRP_A");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, ChallengeNameType.PASSWORD_SRP);
        Answer answer = srp.pose(step, claimant, session.carried());
        settlement.settle(session);
        return answer;
    }
}
