package dev.cognate.signin;

import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;

/**
 * What RespondToAuthChallenge and AdminRespondToAuthChallenge share: the order of checks, and the choice of the challenge.
 * A session of either beginning may be answered by either. Reference: auth 5.
 */
final class Answering {
    private final Claimants claimants;
    private final NewPasswordRequired newPassword;

    Answering(Claimants claimants, NewPasswordRequired newPassword) {
        this.claimants = claimants;
        this.newPassword = newPassword;
    }

    /**
     * Takes the answer to a challenge.
     *
     * @throws Fault it is refused
     */
    Answer answer(Step step, ChallengeNameType name) {
        step.username();
        Challenge challenge = challenge(name);
        challenge.required().forEach(step.parameters()::require);
        return challenge.answer(step, claimants.find(step));
    }

    private Challenge challenge(ChallengeNameType name) {
        return switch (name) {
            case NEW_PASSWORD_REQUIRED -> newPassword;
            default -> throw new NotAuthorizedException(Texts.INVALID_SESSION);
        };
    }
}
