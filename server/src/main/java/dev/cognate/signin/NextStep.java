package dev.cognate.signin;

import dev.cognate.domain.UserStatus;
import dev.cognate.signin.Factors.Mfa;
import dev.cognate.signin.Factors.MfaFactor;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.InvalidParameterException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What follows once something is proved: the whole machine. Reference: auth 7. */
sealed interface NextStep {
    /** The temporary password has to be replaced. */
    record ReplacePassword() implements NextStep {}

    /** The device has to be proved, which spares the user a second factor. */
    record ProveDevice(String deviceKey) implements NextStep {}

    /** A second factor has to be proved. */
    record ProveFactor(MfaFactor factor) implements NextStep {}

    /** The user has to choose a second factor. */
    record ChooseFactor(List<MfaFactor> factors) implements NextStep {}

    /** The user has to set a second factor up. */
    record SetFactorUp(List<MfaFactor> factors) implements NextStep {}

    /** Nothing is missing. */
    record GiveTokens() implements NextStep {}

    /** A second factor is asked for, and the user has no way to get one. */
    record Refuse(Fault fault) implements NextStep {}

    /** The machine. */
    static NextStep after(Proven proven, Factors.Known known) {
        return switch (proven.proof()) {
            case PASSWORD ->
                proven.user().status() == UserStatus.FORCE_CHANGE_PASSWORD
                        ? new ReplacePassword()
                        : afterPassword(known);
            case NEW_PASSWORD -> afterPassword(known);
            case INSTEAD_OF_PASSWORD, CUSTOM, SECOND_FACTOR -> new GiveTokens();
        };
    }

    private static NextStep afterPassword(Factors.Known known) {
        NextStep second = second(known.mfa());
        String device = known.provableDevice();
        return device != null && !(second instanceof GiveTokens) ? new ProveDevice(device) : second;
    }

    /** The rows of auth 7 step 4, from above. */
    private static NextStep second(Mfa mfa) {
        return switch (mfa) {
            case Mfa.Off() -> new GiveTokens();
            case Mfa.Optional(var active, var preferred) when active.isEmpty() -> new GiveTokens();
            case Mfa.Optional(var active, var preferred) -> oneOf(active, preferred);
            case Mfa.Required(var usable, var preferred, var ready) when !usable.isEmpty() -> oneOf(usable, preferred);
            case Mfa.Required(var usable, var preferred, var ready) when !ready.isEmpty() -> new SetFactorUp(ready);
            case Mfa.Required _ -> new Refuse(new InvalidParameterException(Texts.NO_FACTOR));
        };
    }

    private static NextStep oneOf(List<MfaFactor> factors, @Nullable MfaFactor preferred) {
        if (preferred != null && factors.contains(preferred)) {
            return new ProveFactor(preferred);
        }
        return factors.size() == 1 ? new ProveFactor(factors.getFirst()) : new ChooseFactor(factors);
    }
}
