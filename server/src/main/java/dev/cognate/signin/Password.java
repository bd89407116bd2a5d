package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;

/** PASSWORD: the password as it was typed, by a user who chose it. Reference: auth 5. */
final class Password implements Challenge {
    private final Sessions sessions;
    private final Standing standing;
    private final Settlement settlement;
    private final PlainPassword password;
    private final Continuation continuation;

    Password(Ground ground, PlainPassword password, Continuation continuation) {
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.settlement = new Settlement(ground);
        this.password = password;
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return List.of("PASSWORD");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, ChallengeNameType.PASSWORD);
        return prove(step, claimant, session);
    }

    /** Proves the password in answer to a session. */
    Answer prove(Step step, Claimant claimant, Session session) {
        if (claimant instanceof Claimant.Known(User user)) {
            standing.require(user);
        }
        User user = password.require(step, claimant, step.parameters().require("PASSWORD"));
        continuation.requireDevice(step, user);
        settlement.settle(session);
        return continuation.after(step, Proven.byPassword(user, session.carried()));
    }
}
