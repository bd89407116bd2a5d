package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AdminCreateUserConfigType;
import dev.cognate.wire.model.AuthFactorType;
import dev.cognate.wire.model.PasswordPolicyType;
import dev.cognate.wire.model.SignInPolicyType;
import dev.cognate.wire.model.UserPoolPolicyType;
import dev.cognate.wire.model.UserPoolType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** By which names and with what users sign in. Reference: oauth-config B2, lifecycle B3. */
final class SignInRules {
    private SignInRules() {}

    static void check(UserPoolType asked) {
        if (isGiven(asked.aliasAttributes()) && isGiven(asked.usernameAttributes())) {
            throw new InvalidParameterException(Texts.ALIAS_AND_USERNAME);
        }
        UserPoolPolicyType policies = asked.policies();
        if (policies == null) {
            return;
        }
        checkDays(policies.passwordPolicy(), asked.adminCreateUserConfig());
        checkFactors(policies.signInPolicy());
    }

    /** The days of a temporary password have two names, of which a request can use one. */
    private static void checkDays(@Nullable PasswordPolicyType password, @Nullable AdminCreateUserConfigType creation) {
        if (password != null
                && password.temporaryPasswordValidityDays() != null
                && creation != null
                && creation.unusedAccountValidityDays() != null) {
            throw new InvalidParameterException(Texts.UNUSED_ACCOUNT_DAYS);
        }
    }

    private static void checkFactors(@Nullable SignInPolicyType signIn) {
        List<AuthFactorType> factors = signIn == null ? null : signIn.allowedFirstAuthFactors();
        if (factors != null && !factors.contains(AuthFactorType.PASSWORD)) {
            throw new InvalidParameterException(Texts.PASSWORD_FACTOR_MISSING);
        }
    }

    private static boolean isGiven(@Nullable List<?> values) {
        return values != null && !values.isEmpty();
    }
}
