package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;

/** SELECT_CHALLENGE: the user chooses by what to sign in; what proves it may come along. Reference: auth 6.8. */
final class SelectChallenge implements Challenge {
    private final Sessions sessions;
    private final Standing standing;
    private final Settlement settlement;
    private final Choices choices;
    private final Password password;

    SelectChallenge(Ground ground, Choices choices, Password password) {
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.settlement = new Settlement(ground);
        this.choices = choices;
        this.password = password;
    }

    @Override
    public List<String> required() {
        return List.of("ANSWER");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, ChallengeNameType.SELECT_CHALLENGE);
        if (claimant instanceof Claimant.Known(User user)) {
            standing.requireButUnconfirmed(user);
        }
        ChallengeNameType chosen = ChallengeNameType.of(step.parameters().require("ANSWER"));
        List<ChallengeNameType> available = choices.of(step.pool(), claimant);
        if (chosen == null || !available.contains(chosen)) {
            throw new InvalidParameterException(Texts.NO_CHOICE);
        }
        if (chosen == ChallengeNameType.PASSWORD && step.parameters().find("PASSWORD") != null) {
            return password.prove(step, claimant, session);
        }
        Answer begun = choices.choose(step, claimant, chosen, session);
        if (!Choices.isCode(chosen)) { // A code has used the session up, together with its message.
            settlement.settle(session);
        }
        return begun;
    }
}
