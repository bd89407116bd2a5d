package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.mfa.MfaFactor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows once something is proved: the whole machine. Reference: auth 7. */
sealed interface NextStep {
    /** The temporary password has to be replaced. */
    record ReplacePassword() implements NextStep {}

    /** The device has to be proved, which spares the user a second factor. */
    record ProveDevice(Device device) implements NextStep {}

    /** A second factor has to be proved. */
    record ProveFactor(MfaFactor factor) implements NextStep {}

    /** The user has to choose a second factor. */
    record ChooseFactor(List<MfaFactor> factors) implements NextStep {}

    /** The user has to set a second factor up. */
    record SetFactorUp(List<MfaFactor> factors) implements NextStep {}

    /** A second factor is needed, and the user has no way to get one. */
    record Refuse() implements NextStep {}

    /** The pool's functions decide what is next. */
    record AskFunctions(String conversation) implements NextStep {}

    /** Nothing is missing. */
    record GiveTokens() implements NextStep {}

    /**
     * The machine.
     *
     * @param mfa what the pool and the user's choices ask for
     * @param device a device of the user's that spares it a second factor if it is proved, null for none
     */
    static NextStep after(Proven proven, MfaDecision mfa, @Nullable Device device) {
        return switch (proven.proof()) {
            case PASSWORD ->
                proven.user().status() == UserStatus.FORCE_CHANGE_PASSWORD
                        ? new ReplacePassword()
                        : second(proven, mfa, device);
            case NEW_PASSWORD -> second(proven, mfa, device);
            case INSTEAD_OF_PASSWORD, SMS_MFA, EMAIL_OTP, SOFTWARE_TOKEN_MFA, DEVICE -> last(proven);
        };
    }

    private static NextStep second(Proven proven, MfaDecision mfa, @Nullable Device device) {
        if (device != null && !(mfa instanceof MfaDecision.Nothing)) {
            return new ProveDevice(device);
        }
        return switch (mfa) {
            case MfaDecision.Nothing() -> last(proven);
            case MfaDecision.Ask(MfaFactor factor) -> new ProveFactor(factor);
            case MfaDecision.Choose(List<MfaFactor> factors) -> new ChooseFactor(factors);
            case MfaDecision.SetUp(List<MfaFactor> factors) -> new SetFactorUp(factors);
            case MfaDecision.Stuck() -> new Refuse();
        };
    }

    private static NextStep last(Proven proven) {
        String conversation = proven.carried().conversation();
        return conversation == null ? new GiveTokens() : new AskFunctions(conversation);
    }
}
