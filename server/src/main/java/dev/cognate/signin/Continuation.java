package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.directory.User;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import org.jspecify.annotations.Nullable;

/** Takes a sign-in on to the step that {@link NextStep} says. */
final class Continuation {
    private final NamedDevices devices;
    private final Demands demands;
    private final NewPasswordChallenge newPassword;
    private final SecondFactors factors;
    private final CustomAuth custom;
    private final Completion completion;
    private final Settlement settlement;

    Continuation(
            Ground ground,
            NamedDevices devices,
            Demands demands,
            SecondFactors factors,
            CustomAuth custom,
            Completion completion) {
        this.devices = devices;
        this.demands = demands;
        this.newPassword = new NewPasswordChallenge(ground.sessions());
        this.factors = factors;
        this.custom = custom;
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
        settlement.settle(answered);
        return goOn(step, proven, null);
    }

    /** Whether nobody is asked, or told, of a sign-in before it is stored: neither functions nor threat protection. */
    private static boolean isStoredAtOnce(Pool pool) {
        return pool.config().lambdaConfig() == null && !pool.threatProtection();
    }

    private Answer goOn(Step step, Proven proven, @Nullable Session answered) {
        User user = proven.user();
        Device device = device(step, proven);
        Proven known = new Proven(user, proven.proof(), proven.carried().on(device == null ? null : device.key()));
        Session.Carried carried = known.carried();
        Demand demand = demands.of(step, known);
        Device sparing = demand.isMore() ? null : NamedDevices.sparing(step, device);
        NextStep next = NextStep.after(known, demand.factors(), sparing);
        demands.tell(step, user, demand, next);
        if (answered != null && !(next instanceof NextStep.GiveTokens)) {
            settlement.settle(answered);
        }
        return switch (next) {
            case NextStep.ReplacePassword() -> newPassword.pose(step, known);
            case NextStep.ProveDevice _ -> devices.haveProved(step, user, carried);
            case NextStep.ProveFactor(var factor) -> factors.ask(step, user, factor, carried);
            case NextStep.ChooseFactor(var choice) -> factors.letChoose(step, user, choice, carried);
            case NextStep.SetFactorUp(var choice) -> factors.haveSetUp(step, user, choice, carried);
            case NextStep.Refuse() -> throw new InvalidParameterException(Texts.NO_FACTOR);
            case NextStep.StartAgain() -> throw new NotAuthorizedException(Texts.INVALID_SESSION);
            case NextStep.AskFunctions(String conversation) -> custom.passwordProved(step, known, conversation);
            case NextStep.GiveTokens() -> completion.signIn(step, known, answered);
        };
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
