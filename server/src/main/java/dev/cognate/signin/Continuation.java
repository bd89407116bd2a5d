package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.devices.Devices;
import dev.cognate.directory.User;
import dev.cognate.mfa.Mfa;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ChallengeNameType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes a sign-in on to the step that {@link NextStep} says. */
final class Continuation {
    private static final String DEVICE_KEY = "DEVICE_KEY";

    private final Mfa mfa;
    private final Devices devices;
    private final Sessions sessions;
    private final NewPasswordChallenge newPassword;
    private final SecondFactors factors;
    private final CustomAuth custom;
    private final Completion completion;

    Continuation(Ground ground, SecondFactors factors, CustomAuth custom, Completion completion) {
        this.mfa = ground.with().factors().mfa();
        this.devices = ground.with().factors().devices();
        this.sessions = ground.sessions();
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
        NextStep next = NextStep.after(known, mfa.decide(step.pool(), user), sparing(step, device));
        return switch (next) {
            case NextStep.ReplacePassword() -> newPassword.pose(step, known);
            case NextStep.ProveDevice _ -> proveDevice(step, user, carried);
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
        named(step, user, null);
    }

    private @Nullable Device device(Step step, Proven proven) {
        return named(step, proven.user(), proven.carried().device());
    }

    /** The device that this request names, or an earlier one did. Administrators' passwords know of none (auth 3). */
    private @Nullable Device named(Step step, User user, @Nullable String earlier) {
        String said = step.parameters().find(DEVICE_KEY);
        String key = said == null ? earlier : said;
        if (key == null || !Devices.areTracked(step.pool()) || step.place() == Step.Place.BEGUN_BY_ADMINISTRATOR) {
            return null;
        }
        return devices.require(user, key);
    }

    private static @Nullable Device sparing(Step step, @Nullable Device device) {
        return device != null && Devices.replacesMfa(step.pool(), device) ? device : null;
    }

    private Answer proveDevice(Step step, User user, Session.Carried carried) {
        ChallengeNameType name = ChallengeNameType.DEVICE_SRP_AUTH;
        return new Answer.Challenge(name, sessions.issue(step, user.sub(), name, carried.asking(null)), Map.of());
    }
}
