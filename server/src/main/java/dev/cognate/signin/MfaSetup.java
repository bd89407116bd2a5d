package dev.cognate.signin;

import dev.cognate.directory.AttributeRules;
import dev.cognate.directory.User;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.mfa.MfaFactor;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * MFA_SETUP: the user has set an authenticator app up, by the session of VerifySoftwareToken; or gives an e-mail address
 * to which a code goes. Reference: auth 6.6.
 */
final class MfaSetup implements Challenge {
    private static final int LONGEST_ADDRESS = 254;

    private final Mfa mfa;
    private final Sessions sessions;
    private final Standing standing;
    private final Settlement settlement;
    private final SecondFactors factors;
    private final Continuation continuation;

    MfaSetup(Ground ground, SecondFactors factors, Continuation continuation) {
        this.mfa = ground.with().factors().mfa();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.settlement = new Settlement(ground);
        this.factors = factors;
        this.continuation = continuation;
    }

    @Override
    public List<String> required() {
        return List.of();
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, ChallengeNameType.MFA_SETUP);
        if (!(claimant instanceof Claimant.Known(User user))) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        standing.require(user);
        if (session.carried().ready()) {
            settlement.settle(session);
            return continuation.after(step, new Proven(user, Proven.Proof.SOFTWARE_TOKEN_MFA, session.carried()));
        }
        String email = email(step.parameters());
        if (email == null || !mayBeSetUp(step.pool(), user)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        checkNew(user, email);
        return factors.askForGiven(step, user, email, session);
    }

    /** Not for a user who has got a factor since: this session was given out to whoever knew the password alone. */
    private boolean mayBeSetUp(Pool pool, User user) {
        return mfa.decide(pool, user) instanceof MfaDecision.SetUp(List<MfaFactor> choice)
                && choice.contains(MfaFactor.EMAIL_OTP);
    }

    private static @Nullable String email(Parameters parameters) {
        String upper = parameters.find("EMAIL");
        return upper == null ? parameters.find("email") : upper;
    }

    /** An address that the user has already is changed elsewhere, by who is signed in. */
    private static void checkNew(User user, String email) {
        if (user.attribute("email") != null) {
            throw new NotAuthorizedException(Texts.alreadyProvided("email"));
        }
        if (!AttributeRules.isEmail(email) || email.length() > LONGEST_ADDRESS) {
            throw new InvalidParameterException(Texts.BAD_EMAIL);
        }
    }
}
