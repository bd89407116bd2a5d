package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.mfa.MfaFactor;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.List;

/** SELECT_MFA_TYPE: the user chooses among second factors. Reference: auth 6.5. */
final class SelectMfaType implements Challenge {
    private final Mfa mfa;
    private final Sessions sessions;
    private final Standing standing;
    private final SecondFactors factors;

    SelectMfaType(Ground ground, SecondFactors factors) {
        this.mfa = ground.with().factors().mfa();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
        this.factors = factors;
    }

    @Override
    public List<String> required() {
        return List.of("ANSWER");
    }

    @Override
    public Answer answer(Step step, Claimant claimant) {
        Session session = sessions.require(step, claimant, ChallengeNameType.SELECT_MFA_TYPE);
        if (!(claimant instanceof Claimant.Known(User user))) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        standing.require(user);
        return factors.choose(step, user, chosen(step, user), session);
    }

    private MfaFactor chosen(Step step, User user) {
        String said = step.parameters().require("ANSWER");
        String name = said.equals("EMAIL_MFA") ? MfaFactor.EMAIL_OTP.name() : said;
        List<MfaFactor> choice = switch (mfa.decide(step.pool(), user)) {
            case MfaDecision.Choose(List<MfaFactor> several) -> several;
            case MfaDecision.Ask(MfaFactor one) -> List.of(one);
            case MfaDecision.Nothing _, MfaDecision.SetUp _, MfaDecision.Stuck _ -> List.of();
        };
        return choice.stream()
                .filter(factor -> factor.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidParameterException(Texts.NO_CHOICE));
    }
}
