package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.directory.User;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.Mfa;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.pools.Pool;
import dev.cognate.risk.Assessment;
import dev.cognate.risk.Notices;
import dev.cognate.wire.fault.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** Takes a sign-in on to the step that {@link NextStep} says. */
final class Continuation {

    private final Mfa mfa;
    private final NamedDevices devices;
    private final NewPasswordChallenge newPassword;
    private final SecondFactors factors;
    private final CustomAuth custom;
    private final Guard guard;
    private final Completion completion;
    private final Settlement settlement;

    Continuation(
            Ground ground,
            NamedDevices devices,
            SecondFactors factors,
            CustomAuth custom,
            Guard guard,
            Completion completion) {
        this.mfa = ground.with().factors().mfa();
        this.devices = devices;
        this.newPassword = new NewPasswordChallenge(ground.sessions());
        this.factors = factors;
        this.custom = custom;
        this.guard = guard;
        this.completion = completion;
        this.settlement = new Settlement(ground);
    }

    /**
     * What is to be said to a client whose user has proved this.
     *
     * @throws dev.cognate.wire.Fault the sign-in is refused
     */
    Answer after(Step step, Proven proven) {
        return after(step, proven, null);
    }

    /**
     * The same for an answer that was found right and is not settled yet. Where the sign-in ends with it, one transaction
     * does both.
     *
     * @param answered the session that it uses up, null for none
     * @throws dev.cognate.wire.Fault the sign-in is refused, or the session was used
     */
    Answer after(Step step, Proven proven, @Nullable Session answered) {
        if (answered == null || isStoredAtOnce(step.pool())) {
            return goOn(step, proven, answered);
        }
        settle(proven, answered);
        return goOn(step, proven, null);
    }

    /** Whether nobody is asked, or told, of a sign-in before it is stored: neither functions nor threat protection. */
    private static boolean isStoredAtOnce(Pool pool) {
        return pool.config().lambdaConfig() == null && !pool.threatProtection();
    }

    private void settle(Proven proven, Session answered) {
        settlement.settle(answered, tx -> proven.user());
    }

    private Answer goOn(Step step, Proven proven, @Nullable Session answered) {
        User user = proven.user();
        Device device = device(step, proven);
        Proven known = new Proven(user, proven.proof(), proven.carried().on(device == null ? null : device.key()));
        Session.Carried carried = known.carried();
        Demand demand = demand(step, known);
        Device sparing = demand.isMore() ? null : NamedDevices.sparing(step, device);
        NextStep next = NextStep.after(known, demand.factors(), sparing);
        guard.tell(step, user, demand.assessment(), told(next));
        if (answered != null && !(next instanceof NextStep.GiveTokens)) {
            settle(known, answered);
        }
        return switch (next) {
            case NextStep.ReplacePassword() -> newPassword.pose(step, known);
            case NextStep.ProveDevice _ -> devices.haveProved(step, user, carried);
            case NextStep.ProveFactor(var factor) -> factors.ask(step, user, factor, carried);
            case NextStep.ChooseFactor(var choice) -> factors.letChoose(step, user, choice, carried);
            case NextStep.SetFactorUp(var choice) -> factors.haveSetUp(step, user, choice, carried);
            case NextStep.Refuse() -> throw new InvalidParameterException(Texts.NO_FACTOR);
            case NextStep.AskFunctions(String conversation) -> custom.passwordProved(step, known, conversation);
            case NextStep.GiveTokens() -> completion.signIn(step, known, answered);
        };
    }

    /**
     * What is asked for beside the first factor.
     *
     * @param isMore whether that is because the sign-in looks dangerous: a remembered device does not spare it then
     * @param assessment what was found; harmless where nothing was looked at now
     */
    private record Demand(MfaDecision factors, boolean isMore, Assessment assessment) {}

    /** What users are told came of an assessment: what they are asked next, which a device or an earlier choice may decide. */
    private static Notices.Kind told(NextStep next) {
        return switch (next) {
            case NextStep.ProveFactor _, NextStep.ChooseFactor _, NextStep.SetFactorUp _ -> Notices.Kind.FACTOR_ASKED;
            case NextStep.Refuse _ -> Notices.Kind.BLOCKED;
            case NextStep.ProveDevice _, NextStep.ReplacePassword _, NextStep.AskFunctions _, NextStep.GiveTokens _ ->
                Notices.Kind.NOTHING;
        };
    }

    /** What the pool and the user's choices ask for; more if the sign-in looks dangerous. A temporary password waits. */
    private Demand demand(Step step, Proven proven) {
        User user = proven.user();
        MfaDecision usual = mfa.decide(step.pool(), user);
        boolean first = switch (proven.proof()) {
            case PASSWORD -> user.status() != UserStatus.FORCE_CHANGE_PASSWORD;
            case NEW_PASSWORD, INSTEAD_OF_PASSWORD -> true;
            case SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA, DEVICE -> false;
        };
        // Where the pool's functions go on after the password, they have the last word, and are judged with it.
        if (!first || proven.carried().conversation() != null) {
            return new Demand(usual, false, Assessment.HARMLESS);
        }
        Assessment assessment = guard.judge(step, user, false);
        return proven.proof() == Proven.Proof.INSTEAD_OF_PASSWORD
                ? new Demand(usual, false, assessment)
                : demand(step, user, usual, assessment);
    }

    private Demand demand(Step step, User user, MfaDecision usual, Assessment assessment) {
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

    /**
     * Refuses a request that names a device which the user does not have.
     *
     * @throws dev.cognate.wire.fault.ResourceNotFoundException there is no such device
     */
    void requireDevice(Step step, User user) {
        devices.find(step, user, null);
    }

    private @Nullable Device device(Step step, Proven proven) {
        return devices.find(step, proven.user(), proven.carried().device());
    }
}
