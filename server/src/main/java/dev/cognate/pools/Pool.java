package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.AdminCreateUserConfigType;
import dev.cognate.wire.model.AdvancedSecurityModeType;
import dev.cognate.wire.model.AliasAttributeType;
import dev.cognate.wire.model.AuthFactorType;
import dev.cognate.wire.model.PasswordPolicyType;
import dev.cognate.wire.model.SignInPolicyType;
import dev.cognate.wire.model.UserPoolAddOnsType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolPolicyType;
import dev.cognate.wire.model.UserPoolTierType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.UsernameAttributeType;
import dev.cognate.wire.model.UsernameConfigurationType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A user pool as its configuration was when it was looked up.
 *
 * @param id its id
 * @param config what DescribeUserPool answers, without the number of users
 * @param schema the attributes that its users can have
 * @param factors what was set about second factors and passkeys
 */
public record Pool(PoolId id, UserPoolType config, Schema schema, FactorSettings factors) {

    /** The pool of a stored configuration, about whose factors nothing was set. */
    public Pool(PoolId id, UserPoolType config) {
        this(id, config, FactorSettings.NONE);
    }

    /** The pool of a stored configuration. */
    public Pool(PoolId id, UserPoolType config, FactorSettings factors) {
        this(id, config, Schema.of(orNone(config.schemaAttributes())), factors);
    }

    /** Whether its users need a second factor: never, when they have one, or always. */
    public UserPoolMfaType mfa() {
        UserPoolMfaType mfa = config.mfaConfiguration();
        return mfa == null ? UserPoolMfaType.OFF : mfa;
    }

    /** The part of the id after the region and the underscore. */
    public String shortName() {
        return id.value().substring(id.value().indexOf('_') + 1);
    }

    /** Whether usernames and aliases that differ only in case are different; so it is unless said at creation. */
    public boolean caseSensitive() {
        UsernameConfigurationType usernames = config.usernameConfiguration();
        return usernames == null || usernames.caseSensitive();
    }

    /** The attributes that find a user beside the username, once they are verified; often none. */
    public List<AliasAttributeType> aliasAttributes() {
        return orNone(config.aliasAttributes());
    }

    /** The attributes that are given in place of a username; often none. */
    public List<UsernameAttributeType> usernameAttributes() {
        return orNone(config.usernameAttributes());
    }

    /** The attributes to which a new user gets a code; often none. */
    public List<VerifiedAttributeType> autoVerified() {
        return orNone(config.autoVerifiedAttributes());
    }

    /** What a password must be like; every member but the history is present. */
    public PasswordPolicyType passwordPolicy() {
        UserPoolPolicyType policies = config.policies();
        PasswordPolicyType policy = policies == null ? null : policies.passwordPolicy();
        return policy == null ? PoolDefaults.PASSWORD_POLICY : policy;
    }

    /**
     * How many of a user's passwords, the present one among them, may not be taken again; 0 for no such rule, which the
     * tier LITE never has. Reference: lifecycle C6.
     */
    public int passwordHistory() {
        Integer size = passwordPolicy().passwordHistorySize();
        return size == null || config.userPoolTier() == UserPoolTierType.LITE ? 0 : size;
    }

    /** How long a temporary password is good for; seven days unless the pool says otherwise. */
    public Duration temporaryPasswordValidity() {
        Integer days = passwordPolicy().temporaryPasswordValidityDays();
        return Duration.ofDays(days == null || days == 0 ? PoolDefaults.TEMPORARY_PASSWORD_DAYS : days);
    }

    /** Its pricing tier, which says what features it can have. */
    public UserPoolTierType tier() {
        UserPoolTierType tier = config.userPoolTier();
        return tier == null ? UserPoolTierType.ESSENTIALS : tier;
    }

    /** Whether threat protection is on, be it only to watch. */
    public boolean threatProtection() {
        UserPoolAddOnsType addOns = config.userPoolAddOns();
        return addOns != null && addOns.advancedSecurityMode() != AdvancedSecurityModeType.OFF;
    }

    /** Whether users cannot sign up themselves. */
    public boolean adminCreatesOnly() {
        AdminCreateUserConfigType creation = config.adminCreateUserConfig();
        return creation != null && Boolean.TRUE.equals(creation.allowAdminCreateUserOnly());
    }

    /** The first factors with which its users may sign in by choice; none when nothing is said. */
    public List<AuthFactorType> firstFactors() {
        UserPoolPolicyType policies = config.policies();
        SignInPolicyType signIn = policies == null ? null : policies.signInPolicy();
        return signIn == null ? List.of() : orNone(signIn.allowedFirstAuthFactors());
    }

    /** Whether a code by e-mail or SMS is a first factor, so that a user needs no password. */
    public boolean passwordless() {
        List<AuthFactorType> factors = firstFactors();
        return factors.contains(AuthFactorType.EMAIL_OTP) || factors.contains(AuthFactorType.SMS_OTP);
    }

    private static <T> List<T> orNone(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
