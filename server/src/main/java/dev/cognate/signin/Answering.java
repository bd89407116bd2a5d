package dev.cognate.signin;

import dev.cognate.wire.Fault;
import dev.cognate.wire.model.ChallengeNameType;
import org.jspecify.annotations.Nullable;

/**
 * What RespondToAuthChallenge and AdminRespondToAuthChallenge share: the order of checks. A session of either beginning
 * may be answered by either. Reference: auth 5.
 */
final class Answering {
    private final Claimants claimants;
    private final Sessions sessions;
    private final SrpExchange srp;
    private final Attempts attempts;
    private final Guard guard;
    private final Challenges challenges;

    Answering(Ground ground, SrpExchange srp, Attempts attempts, Guard guard, Challenges challenges) {
        this.claimants = ground.claimants();
        this.sessions = ground.sessions();
        this.srp = srp;
        this.attempts = attempts;
        this.guard = guard;
        this.challenges = challenges;
    }

    /**
     * Takes the answer to a challenge.
     *
     * @throws Fault it is refused
     */
    Answer answer(Step step, ChallengeNameType name) {
        step.username();
        Challenge challenge = challenges.of(name);
        challenge.required().forEach(step.parameters()::require);
        Session session = session(step);
        Step known = session == null ? step : step.of(session.signIn());
        Claimant claimant = claimants.find(known);
        return attempts.keep(known, Attempts.triedBy(name, session), () -> {
            guard.requireOpen(known);
            return challenge.answer(known, claimant);
        });
    }

    /** The session that the answer belongs to, whatever it is worth; an answer by SRP has it in its secret block. */
    private @Nullable Session session(Step step) {
        String block = step.parameters().find(SrpClaim.SECRET_BLOCK);
        if (block != null) {
            return srp.session(block);
        }
        return step.session() == null ? null : sessions.open(step.session());
    }
}
