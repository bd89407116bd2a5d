package dev.cognate.mfa;

import dev.cognate.directory.User;
import dev.cognate.mfa.UserFactors.Token;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.EmailMfaSettingsType;
import dev.cognate.wire.model.SMSMfaSettingsType;
import dev.cognate.wire.model.SoftwareTokenMfaSettingsType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.WebAuthnMfaSettingsType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes what a user wants of second factors, the same for users and administrators. Reference: auth 19.2. */
final class Preferences {
    private final Mfa mfa;
    private final Mfa.Collaborators with;

    Preferences(Mfa mfa, Mfa.Collaborators with) {
        this.mfa = mfa;
        this.with = with;
    }

    /**
     * What a request says of one factor.
     *
     * @param enabled whether it is to be on
     * @param preferred whether it is to be the preferred one, null for as it was
     */
    record Setting(
            MfaFactor factor, boolean enabled, @Nullable Boolean preferred) {

        boolean becomesPreferred() {
            return Boolean.TRUE.equals(preferred);
        }
    }

    /**
     * What a request says; of what it leaves out nothing changes.
     *
     * @param settings of the factors
     * @param passkey whether a passkey is to stand for both factors, null for as it was
     */
    record Wanted(List<Setting> settings, @Nullable Boolean passkey) {
        /** Copies the list. */
        Wanted {
            settings = List.copyOf(settings);
        }

        static Wanted of(
                @Nullable SMSMfaSettingsType sms,
                @Nullable EmailMfaSettingsType email,
                @Nullable SoftwareTokenMfaSettingsType token,
                @Nullable WebAuthnMfaSettingsType passkey) {
            List<Setting> settings = new ArrayList<>();
            if (sms != null) {
                settings.add(setting(MfaFactor.SMS_MFA, sms.enabled(), sms.preferredMfa()));
            }
            if (email != null) {
                settings.add(setting(MfaFactor.EMAIL_OTP, email.enabled(), email.preferredMfa()));
            }
            if (token != null) {
                settings.add(setting(MfaFactor.SOFTWARE_TOKEN_MFA, token.enabled(), token.preferredMfa()));
            }
            return new Wanted(settings, passkey == null ? null : Boolean.TRUE.equals(passkey.enabled()));
        }

        private static Setting setting(MfaFactor factor, @Nullable Boolean enabled, @Nullable Boolean preferred) {
            return new Setting(factor, Boolean.TRUE.equals(enabled), preferred);
        }
    }

    /**
     * Changes a user's factors.
     *
     * @throws InvalidParameterException the user cannot have one of them
     * @throws UserNotFoundException the user was deleted meanwhile
     */
    void set(User seen, Wanted wanted) {
        checkPreferred(wanted);
        with.store().write(tx -> {
            User user = with.users().reload(tx, seen);
            if (user == null) {
                throw new UserNotFoundException(Texts.NO_USER);
            }
            Mfa.save(tx, user, changed(tx, user, wanted));
            return user;
        });
    }

    private static void checkPreferred(Wanted wanted) {
        List<Setting> preferred =
                wanted.settings.stream().filter(Setting::becomesPreferred).toList();
        if (preferred.size() > 1) {
            throw new InvalidParameterException(Texts.TWO_PREFERRED);
        }
        if (!preferred.stream().allMatch(Setting::enabled)) {
            throw new InvalidParameterException(Texts.PREFERRED_WHILE_OFF);
        }
    }

    private UserFactors changed(Tx tx, User user, Wanted wanted) {
        Pool pool = with.pools().require(tx, user.pool());
        UserFactors factors = mfa.factors(tx, user);
        for (Setting setting : wanted.settings) {
            if (setting.enabled) {
                requirePossible(pool, user, factors, setting.factor);
            }
            factors = applied(factors, setting);
        }
        if (wanted.passkey == null) {
            return factors;
        }
        if (wanted.passkey) {
            requirePasskeyPossible(pool, factors);
        }
        return factors.withPasskey(wanted.passkey);
    }

    private static UserFactors applied(UserFactors factors, Setting setting) {
        UserFactors changed = factors.with(setting.factor, setting.enabled);
        if (setting.becomesPreferred()) {
            return changed.withPreferred(setting.factor);
        }
        boolean noLonger = setting.preferred != null && setting.factor == factors.preferred();
        return noLonger ? changed.withPreferred(null) : changed;
    }

    private static void requirePossible(Pool pool, User user, UserFactors factors, MfaFactor factor) {
        if (!factor.reaches(user)) {
            throw new InvalidParameterException(Texts.noDelivery(factor));
        }
        if (factor == MfaFactor.SOFTWARE_TOKEN_MFA && factors.token() != Token.VERIFIED) {
            throw new InvalidParameterException(
                    factors.token() == Token.PENDING ? Texts.TOKEN_NOT_VERIFIED : Texts.TOKEN_NOT_SET_UP);
        }
        // While MFA is off, what users want is kept, and does not count.
        if (pool.mfa() != UserPoolMfaType.OFF && !factor.isOf(pool)) {
            throw new InvalidParameterException(Texts.notInPool(factor));
        }
    }

    private static void requirePasskeyPossible(Pool pool, UserFactors factors) {
        if (!Passkeys.areBothFactors(pool)) {
            throw new InvalidParameterException(Texts.PASSKEY_IS_NO_MFA);
        }
        if (factors.chosen().isEmpty()) {
            throw new InvalidParameterException(Texts.PASSKEY_ALONE);
        }
    }
}
