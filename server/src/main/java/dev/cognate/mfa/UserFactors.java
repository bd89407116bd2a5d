package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.pools.Pool;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a user decided about second factors, whatever the pool takes at present.
 *
 * @param chosen the factors that are switched on
 * @param preferred the one that is asked for among several, one of them; null for none
 * @param passkey whether a passkey stands for both factors
 * @param smsOption whether SMS was switched on by the older SetUserSettings, which shows it as {@code MFAOptions}
 * @param token the authenticator app
 */
public record UserFactors(
        Set<MfaFactor> chosen, @Nullable MfaFactor preferred, boolean passkey, boolean smsOption, Token token) {
    static final UserFactors NONE = new UserFactors(Set.of(), null, false, false, Token.NONE);

    /** How far a user came with an authenticator app. */
    public enum Token {
        /** There is none. */
        NONE,
        /** A seed was handed out, and no code of it was seen. */
        PENDING,
        /** Its codes are taken. */
        VERIFIED
    }

    /** Copies the set; a preference that is not switched on is none. */
    public UserFactors {
        chosen = Set.copyOf(chosen);
        preferred = preferred != null && chosen.contains(preferred) ? preferred : null;
    }

    /** {@code UserMFASettingList} of answers, null when it is left out. */
    public @Nullable List<String> settingList() {
        return chosen.isEmpty()
                ? null
                : chosen.stream().sorted().map(MfaFactor::name).toList();
    }

    /** {@code PreferredMfaSetting} of answers, null when it is left out. */
    public @Nullable String preferredSetting() {
        return preferred == null ? null : preferred.name();
    }

    /** The factors that the pool takes and that the user can use, switched on or not. */
    Set<MfaFactor> usable(Pool pool, User user) {
        Set<MfaFactor> usable = EnumSet.noneOf(MfaFactor.class);
        for (MfaFactor factor : MfaFactor.values()) {
            if (factor.isOf(pool) && factor.reaches(user) && hasSetUp(factor)) {
                usable.add(factor);
            }
        }
        return usable;
    }

    private boolean hasSetUp(MfaFactor factor) {
        return factor != MfaFactor.SOFTWARE_TOKEN_MFA || token == Token.VERIFIED;
    }

    /** These factors with one switched on or off. */
    UserFactors with(MfaFactor factor, boolean on) {
        Set<MfaFactor> changed = EnumSet.noneOf(MfaFactor.class);
        changed.addAll(chosen);
        boolean _ = on ? changed.add(factor) : changed.remove(factor);
        boolean option = smsOption && (factor != MfaFactor.SMS_MFA || on);
        return new UserFactors(changed, preferred, passkey, option, token);
    }

    UserFactors withPreferred(@Nullable MfaFactor changed) {
        return new UserFactors(chosen, changed, passkey, smsOption, token);
    }

    UserFactors withPasskey(boolean changed) {
        return new UserFactors(chosen, preferred, changed, smsOption, token);
    }

    UserFactors withSmsOption(boolean changed) {
        return new UserFactors(chosen, preferred, passkey, changed, token);
    }
}
