package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.directory.User;
import dev.cognate.mfa.Mfa;
import dev.cognate.wire.fault.InvalidParameterException;
import org.jspecify.annotations.Nullable;

/** Takes a sign-in on to the step that {@link NextStep} says. */
final class Continuation {

    private final Mfa mfa;
    private final NamedDevices devices;
    private final NewPasswordChallenge newPassword;
    private final SecondFactors factors;
    private final CustomAuth custom;
    private final Completion completion;

    Continuation(
            Ground ground, NamedDevices devices, SecondFactors factors, CustomAuth custom, Completion completion) {
        this.mfa = ground.with().factors().mfa();
        this.devices = devices;
        this.newPassword = new NewPasswordChallenge(ground.sessions());
        this.factors = factors;
        this.custom = custom;
        this.completion = completion;
    }

    /**
     * What is to be said to a client whose user has proved this.
     *
     * @throws dev.cognate.wire.Fault the sign-in is refused
     */
    Answer after(Step step, Proven proven) {
        User user = proven.user();
        Device device = device(step, proven);
        Proven known = new Proven(user, proven.proof(), proven.carried().on(device == null ? null : device.key()));
        Session.Carried carried = known.carried();
        NextStep next = NextStep.after(known, mfa.decide(step.pool(), user), NamedDevices.sparing(step, device));
        return switch (next) {
            case NextStep.ReplacePassword() -> newPassword.pose(step, known);
            case NextStep.ProveDevice _ -> devices.haveProved(step, user, carried);
            case NextStep.ProveFactor(var factor) -> factors.ask(step, user, factor, carried);
            case NextStep.ChooseFactor(var choice) -> factors.letChoose(step, user, choice, carried);
            case NextStep.SetFactorUp(var choice) -> factors.haveSetUp(step, user, choice, carried);
            case NextStep.Refuse() -> throw new InvalidParameterException(Texts.NO_FACTOR);
            case NextStep.AskFunctions(String conversation) -> custom.passwordProved(step, known, conversation);
            case NextStep.GiveTokens() -> completion.signIn(step, known);
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
