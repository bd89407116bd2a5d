package dev.cognate.signin;

import dev.cognate.devices.Device;
import dev.cognate.domain.UserStatus;
import dev.cognate.mfa.MfaDecision;
import dev.cognate.mfa.MfaFactor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows once something is proved: the whole machine.
 *
 * <pre>
 *  proved                            and                                                follows
 *
 *  PASSWORD                          it is a temporary one                              ReplacePassword
 *  PASSWORD, NEW_PASSWORD            a second factor is asked for, a device spares it   ProveDevice
 *                                    the user has one, or several                       ProveFactor, ChooseFactor
 *                                    the user has none, and can set one up, or cannot   SetFactorUp, Refuse
 *                                    none is asked for                                  the end
 *  CODE, PASSKEY                     it is enough                                       the end
 *                                    a second factor or a temporary password came up    StartAgain
 *  SMS_MFA, EMAIL_OTP,               none is asked for any more, or this one is         the end
 *  SOFTWARE_TOKEN_MFA                another one is by now                              StartAgain
 *  DEVICE                                                                               the end
 *  FUNCTIONS                                                                            GiveTokens
 *
 *  the end                           the pool's functions began the sign-in             AskFunctions
 *                                    otherwise                                          GiveTokens
 * </pre>
 *
 * <p>It is asked after each proof, and once more in the transaction that begins the sign-in, where only GiveTokens does:
 * what a user is asked for may have changed since the proof. Reference: auth 7.
 */
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

    /** What was proved does not do any more: something came between. */
    record StartAgain() implements NextStep {}

    /** The pool's functions decide what is next. */
    record AskFunctions(String conversation) implements NextStep {}

    /** Nothing is missing. */
    record GiveTokens() implements NextStep {}

    /**
     * The machine.
     *
     * @param mfa what the pool and the user's choices ask for beside the proof
     * @param device a device of the user's that spares it a second factor if it is proved, null for none
     */
    static NextStep after(Proven proven, MfaDecision mfa, @Nullable Device device) {
        return switch (proven.proof()) {
            case PASSWORD -> hasTemporaryPassword(proven) ? new ReplacePassword() : second(proven, mfa, device);
            case NEW_PASSWORD -> second(proven, mfa, device);
            case CODE, PASSKEY -> endIf(mfa instanceof MfaDecision.Nothing && !hasTemporaryPassword(proven), proven);
            case SMS_MFA -> endIf(isTaken(MfaFactor.SMS_MFA, mfa), proven);
            case EMAIL_OTP -> endIf(isTaken(MfaFactor.EMAIL_OTP, mfa), proven);
            case SOFTWARE_TOKEN_MFA -> endIf(isTaken(MfaFactor.SOFTWARE_TOKEN_MFA, mfa), proven);
            case DEVICE -> end(proven);
            case FUNCTIONS -> new GiveTokens();
        };
    }

    private static boolean hasTemporaryPassword(Proven proven) {
        return proven.user().status() == UserStatus.FORCE_CHANGE_PASSWORD;
    }

    private static NextStep second(Proven proven, MfaDecision mfa, @Nullable Device device) {
        if (device != null && !(mfa instanceof MfaDecision.Nothing)) {
            return new ProveDevice(device);
        }
        return switch (mfa) {
            case MfaDecision.Nothing() -> end(proven);
            case MfaDecision.Ask(MfaFactor factor) -> new ProveFactor(factor);
            case MfaDecision.Choose(List<MfaFactor> factors) -> new ChooseFactor(factors);
            case MfaDecision.SetUp(List<MfaFactor> factors) -> new SetFactorUp(factors);
            case MfaDecision.Stuck() -> new Refuse();
        };
    }

    /**
     * Whether a second factor that was proved does. An app that was set up on the way is asked for from then on, and so is
     * an e-mail address, unless it is the only channel of recovery: that was proved, and no more can be had of it.
     */
    private static boolean isTaken(MfaFactor proved, MfaDecision mfa) {
        return switch (mfa) {
            case MfaDecision.Nothing() -> true;
            case MfaDecision.Ask(MfaFactor factor) -> factor == proved;
            case MfaDecision.Choose(List<MfaFactor> factors) -> factors.contains(proved);
            case MfaDecision.SetUp(List<MfaFactor> factors) ->
                proved == MfaFactor.EMAIL_OTP && factors.contains(proved);
            case MfaDecision.Stuck() -> false;
        };
    }

    private static NextStep endIf(boolean does, Proven proven) {
        return does ? end(proven) : new StartAgain();
    }

    private static NextStep end(Proven proven) {
        String conversation = proven.carried().conversation();
        return conversation == null ? new GiveTokens() : new AskFunctions(conversation);
    }
}
