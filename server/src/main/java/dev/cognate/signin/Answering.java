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
        Claimant claimant = claimants.find(step);
        Session session = session(step, name, claimant);
        Step known = session == null ? step : step.of(session.signIn());
        return attempts.keep(known, Attempts.triedBy(name, session), () -> {
            guard.requireOpen(known);
            return challenge.answer(known, claimant);
        });
    }

    /**
     * The session that the answer belongs to, used or not; null for none of this user and client: the sign-in of somebody
     * else is not this one.
     */
    private @Nullable Session session(Step step, ChallengeNameType name, Claimant claimant) {
        Session session = presented(step, name);
        return session == null || !Sessions.isOf(session, step, claimant) ? null : session;
    }

    /** An answer by SRP has its session in the secret block; of any other a block is a surplus name, which is ignored. */
    private @Nullable Session presented(Step step, ChallengeNameType name) {
        boolean bySrp =
                name == ChallengeNameType.PASSWORD_VERIFIER || name == ChallengeNameType.DEVICE_PASSWORD_VERIFIER;
        String block = bySrp ? step.parameters().find(SrpClaim.SECRET_BLOCK) : null;
        if (block != null) {
            return srp.session(block);
        }
        return step.session() == null ? null : sessions.open(step.session());
    }
}
