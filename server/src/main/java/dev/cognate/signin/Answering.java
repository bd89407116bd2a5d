package dev.cognate.signin;

import dev.cognate.wire.Fault;
import dev.cognate.wire.model.ChallengeNameType;

/**
 * What RespondToAuthChallenge and AdminRespondToAuthChallenge share: the order of checks. A session of either beginning
 * may be answered by either. Reference: auth 5.
 */
final class Answering {
    private final Claimants claimants;
    private final Challenges challenges;

    Answering(Claimants claimants, Challenges challenges) {
        this.claimants = claimants;
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
        return challenge.answer(step, claimants.find(step));
    }
}
