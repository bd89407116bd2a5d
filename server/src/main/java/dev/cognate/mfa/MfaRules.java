package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.AccountRecoverySettingType;
import dev.cognate.wire.model.RecoveryOptionNameType;
import dev.cognate.wire.model.RecoveryOptionType;
import dev.cognate.wire.model.UserPoolMfaType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The table of auth 7, step 4: what a pool and a user's factors come to. */
final class MfaRules {
    private MfaRules() {}

    static MfaDecision decide(Pool pool, User user, UserFactors factors) {
        if (pool.mfa() == UserPoolMfaType.OFF) {
            return new MfaDecision.Nothing();
        }
        Set<MfaFactor> usable = factors.usable(pool, user);
        MfaFactor preferred = factors.preferred();
        if (preferred != null && usable.contains(preferred)) {
            return new MfaDecision.Ask(preferred);
        }
        List<MfaFactor> active =
                usable.stream().filter(factors.chosen()::contains).toList();
        if (!active.isEmpty()) {
            return among(active);
        }
        return pool.mfa() == UserPoolMfaType.OPTIONAL ? new MfaDecision.Nothing() : required(pool, usable);
    }

    /** MFA is required, and the user switched nothing on: what there is has to do. */
    private static MfaDecision required(Pool pool, Set<MfaFactor> usable) {
        if (usable.contains(MfaFactor.SOFTWARE_TOKEN_MFA)) {
            return new MfaDecision.Ask(MfaFactor.SOFTWARE_TOKEN_MFA);
        }
        List<MfaFactor> channels =
                usable.stream().filter(factor -> !isSoleRecovery(pool, factor)).toList();
        if (!channels.isEmpty()) {
            return among(channels);
        }
        List<MfaFactor> taken = Arrays.stream(MfaFactor.values())
                .filter(factor -> factor.isOf(pool))
                .toList();
        // A phone number cannot be given on the way.
        return taken.stream().anyMatch(factor -> factor != MfaFactor.SMS_MFA)
                ? new MfaDecision.SetUp(taken)
                : new MfaDecision.Stuck();
    }

    /** The best factor that a user has, switched on or not: an app before an SMS before an e-mail. */
    static MfaDecision any(Pool pool, User user, UserFactors factors) {
        Set<MfaFactor> usable = factors.usable(pool, user);
        return Stream.of(MfaFactor.SOFTWARE_TOKEN_MFA, MfaFactor.SMS_MFA, MfaFactor.EMAIL_OTP)
                .filter(usable::contains)
                .filter(factor -> isVerified(user, factor))
                .filter(factor -> !isSoleRecovery(pool, factor))
                .<MfaDecision>map(MfaDecision.Ask::new)
                .findFirst()
                .orElseGet(MfaDecision.Nothing::new);
    }

    /** An address that nobody proved is no factor that the user has. */
    private static boolean isVerified(User user, MfaFactor factor) {
        String attribute = factor.attribute();
        return attribute == null || "true".equals(user.attribute(attribute + "_verified"));
    }

    private static MfaDecision among(Collection<MfaFactor> factors) {
        List<MfaFactor> sorted = factors.stream().sorted().toList();
        return sorted.size() == 1 ? new MfaDecision.Ask(sorted.getFirst()) : new MfaDecision.Choose(sorted);
    }

    /** Who could set another password by a channel alone must not get the second factor by the same one. */
    private static boolean isSoleRecovery(Pool pool, MfaFactor factor) {
        AccountRecoverySettingType setting = pool.config().accountRecoverySetting();
        List<RecoveryOptionType> options = setting == null ? null : setting.recoveryMechanisms();
        if (options == null || options.size() != 1) {
            return false;
        }
        RecoveryOptionNameType sole = Objects.requireNonNull(options.getFirst().name());
        return switch (factor) {
            case SMS_MFA -> sole == RecoveryOptionNameType.VERIFIED_PHONE_NUMBER;
            case EMAIL_OTP -> sole == RecoveryOptionNameType.VERIFIED_EMAIL;
            case SOFTWARE_TOKEN_MFA -> false;
        };
    }
}
