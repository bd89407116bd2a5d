package dev.cognate.signin;

import dev.cognate.directory.User;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.pools.Pool;
import dev.cognate.risk.Assessment;
import dev.cognate.risk.Notices;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;

/**
 * Finds out what is asked for beside a first factor, by the pool, by the user and by threat protection. Reference: auth 7,
 * 23.
 */
final class Demands {
    private final Store store;
    private final Mfa mfa;
    private final Guard guard;

    Demands(Ground ground, Guard guard) {
        this.store = ground.with().store();
        this.mfa = ground.with().factors().mfa();
        this.guard = guard;
    }

    /** What the pool and the user's choices ask for beside this proof, as a transaction sees it. */
    MfaDecision usual(Tx tx, Pool pool, Proven proven) {
        return proven.proof() == Proven.Proof.PASSKEY
                ? mfa.decideAfterPasskey(tx, pool, proven.user())
                : mfa.decide(tx, pool, proven.user());
    }

    /**
     * What is asked for; more if the sign-in looks dangerous.
     *
     * @throws dev.cognate.wire.fault.NotAuthorizedException the sign-in is refused
     */
    Demand of(Step step, Proven proven) {
        MfaDecision usual = store.read(tx -> usual(tx, step.pool(), proven));
        if (!isJudged(proven)) {
            return new Demand(usual, false, Assessment.HARMLESS);
        }
        Assessment assessment = guard.judge(step, proven.user(), false);
        // No second factor follows what takes the place of a password, however dangerous it looks.
        return isInsteadOfPassword(proven)
                ? new Demand(usual, false, assessment)
                : of(step, proven.user(), usual, assessment);
    }

    /**
     * A sign-in is judged once, when its first factor is proved; a temporary password is replaced before. Where the pool's
     * functions go on after the password, they have the last word, and are judged with it.
     */
    private static boolean isJudged(Proven proven) {
        return proven.carried().conversation() == null
                && switch (proven.proof()) {
                    case PASSWORD -> proven.user().status() != UserStatus.FORCE_CHANGE_PASSWORD;
                    case NEW_PASSWORD, CODE, PASSKEY -> true;
                    case SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA, DEVICE, FUNCTIONS -> false;
                };
    }

    private static boolean isInsteadOfPassword(Proven proven) {
        return proven.proof() == Proven.Proof.CODE || proven.proof() == Proven.Proof.PASSKEY;
    }

    private Demand of(Step step, User user, MfaDecision usual, Assessment assessment) {
        return switch (assessment.measure()) {
            case PASS, BLOCK -> new Demand(usual, false, assessment);
            case ASK_IF_POSSIBLE -> new Demand(more(step, user, usual), true, assessment);
            case ASK -> {
                MfaDecision more = more(step, user, usual);
                if (!(more instanceof MfaDecision.Ask || more instanceof MfaDecision.Choose)) {
                    guard.tell(step, user, assessment, Notices.Kind.BLOCKED);
                    throw Guard.refused();
                }
                yield new Demand(more, true, assessment);
            }
        };
    }

    private MfaDecision more(Step step, User user, MfaDecision usual) {
        return usual instanceof MfaDecision.Nothing ? mfa.whateverThereIs(step.pool(), user) : usual;
    }

    /** Tells a user what came of an assessment, which a device or an earlier choice may have decided. */
    void tell(Step step, User user, Demand demand, NextStep next) {
        Notices.Kind kind = switch (next) {
            case NextStep.ProveFactor _, NextStep.ChooseFactor _, NextStep.SetFactorUp _ -> Notices.Kind.FACTOR_ASKED;
            case NextStep.Refuse _, NextStep.StartAgain _ -> Notices.Kind.BLOCKED;
            case NextStep.ProveDevice _, NextStep.ReplacePassword _, NextStep.AskFunctions _, NextStep.GiveTokens _ ->
                Notices.Kind.NOTHING;
        };
        guard.tell(step, user, demand.assessment(), kind);
    }
}
