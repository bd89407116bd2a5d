package dev.cognate.pools;

import dev.cognate.wire.model.AccountRecoverySettingType;
import dev.cognate.wire.model.AdminCreateUserConfigType;
import dev.cognate.wire.model.AuthFactorType;
import dev.cognate.wire.model.DcrConfigurationType;
import dev.cognate.wire.model.DeletionProtectionType;
import dev.cognate.wire.model.EmailConfigurationType;
import dev.cognate.wire.model.EmailSendingAccountType;
import dev.cognate.wire.model.LambdaConfigType;
import dev.cognate.wire.model.OAuthFlowType;
import dev.cognate.wire.model.PasswordPolicyType;
import dev.cognate.wire.model.PreTokenGenerationLambdaVersionType;
import dev.cognate.wire.model.PreTokenGenerationVersionConfigType;
import dev.cognate.wire.model.RecoveryOptionNameType;
import dev.cognate.wire.model.RecoveryOptionType;
import dev.cognate.wire.model.SignInPolicyType;
import dev.cognate.wire.model.StatusType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolPolicyType;
import dev.cognate.wire.model.UserPoolTierType;
import dev.cognate.wire.model.UserPoolType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a pool has where the request says nothing. Reference: oauth-config B1; lifecycle C5, C6; newer ("New members").
 *
 * <p>Members without a default stay absent, and an empty list of attributes is no list.
 */
final class PoolDefaults {
    /** How many days a temporary password is good for. */
    static final int TEMPORARY_PASSWORD_DAYS = 7;

    private static final int SHORTEST_PASSWORD = 8;

    /** Eight characters of all four kinds. */
    static final PasswordPolicyType PASSWORD_POLICY = PasswordPolicyType.builder()
            .minimumLength(SHORTEST_PASSWORD)
            .requireUppercase(true)
            .requireLowercase(true)
            .requireNumbers(true)
            .requireSymbols(true)
            .temporaryPasswordValidityDays(TEMPORARY_PASSWORD_DAYS)
            .build();

    private static final SignInPolicyType PASSWORD_ONLY = new SignInPolicyType(List.of(AuthFactorType.PASSWORD));

    private static final AccountRecoverySettingType EMAIL_THEN_PHONE = new AccountRecoverySettingType(List.of(
            new RecoveryOptionType(1, RecoveryOptionNameType.VERIFIED_EMAIL),
            new RecoveryOptionType(2, RecoveryOptionNameType.VERIFIED_PHONE_NUMBER)));

    private PoolDefaults() {}

    /** The configuration that was asked for, with the defaults of all it leaves out. */
    static UserPoolType complete(UserPoolType asked) {
        PasswordPolicyType password = passwordPolicy(asked);
        return Templates.bothViews(asked).toBuilder()
                .policies(new UserPoolPolicyType(password, signInPolicy(asked.policies())))
                .deletionProtection(or(asked.deletionProtection(), DeletionProtectionType.INACTIVE))
                .lambdaConfig(lambdaConfig(asked.lambdaConfig()))
                .autoVerifiedAttributes(set(asked.autoVerifiedAttributes()))
                .aliasAttributes(set(asked.aliasAttributes()))
                .usernameAttributes(set(asked.usernameAttributes()))
                .mfaConfiguration(or(asked.mfaConfiguration(), UserPoolMfaType.OFF))
                .emailConfiguration(emailConfiguration(asked.emailConfiguration()))
                .adminCreateUserConfig(adminCreateUserConfig(asked.adminCreateUserConfig(), password))
                .accountRecoverySetting(or(asked.accountRecoverySetting(), EMAIL_THEN_PHONE))
                .userPoolTier(or(asked.userPoolTier(), UserPoolTierType.ESSENTIALS))
                .userPoolTags(or(asked.userPoolTags(), Map.of()))
                .dcrConfiguration(dcrConfiguration(asked.dcrConfiguration()))
                .build();
    }

    /** A policy that is given demands only what it names; Terraform's provider, for one, leaves out what is false. */
    private static PasswordPolicyType passwordPolicy(UserPoolType asked) {
        UserPoolPolicyType policies = asked.policies();
        PasswordPolicyType given = policies == null ? null : policies.passwordPolicy();
        PasswordPolicyType policy = given == null ? PASSWORD_POLICY : given;
        return policy.toBuilder()
                .minimumLength(or(policy.minimumLength(), SHORTEST_PASSWORD))
                .requireUppercase(or(policy.requireUppercase(), false))
                .requireLowercase(or(policy.requireLowercase(), false))
                .requireNumbers(or(policy.requireNumbers(), false))
                .requireSymbols(or(policy.requireSymbols(), false))
                .temporaryPasswordValidityDays(temporaryPasswordDays(given, asked.adminCreateUserConfig()))
                .build();
    }

    /** The policy's days, else the account's days under the older name, else seven; zero counts as not said. */
    private static int temporaryPasswordDays(
            @Nullable PasswordPolicyType given, @Nullable AdminCreateUserConfigType creation) {
        Integer older = creation == null ? null : creation.unusedAccountValidityDays();
        Integer newer = given == null ? null : given.temporaryPasswordValidityDays();
        int days = or(newer, or(older, 0));
        return days == 0 ? TEMPORARY_PASSWORD_DAYS : days;
    }

    private static SignInPolicyType signInPolicy(@Nullable UserPoolPolicyType policies) {
        SignInPolicyType given = policies == null ? null : policies.signInPolicy();
        List<AuthFactorType> factors = given == null ? null : set(given.allowedFirstAuthFactors());
        return factors == null ? PASSWORD_ONLY : new SignInPolicyType(factors);
    }

    /** The two members for the token trigger stand for each other; the older one means version 1. */
    private static LambdaConfigType lambdaConfig(@Nullable LambdaConfigType given) {
        if (given == null) {
            return LambdaConfigType.builder().build();
        }
        PreTokenGenerationVersionConfigType config = given.preTokenGenerationConfig();
        String older = given.preTokenGeneration();
        if (config != null) {
            return given.toBuilder().preTokenGeneration(config.lambdaArn()).build();
        }
        if (older != null) {
            return given.toBuilder()
                    .preTokenGenerationConfig(
                            new PreTokenGenerationVersionConfigType(PreTokenGenerationLambdaVersionType.V1_0, older))
                    .build();
        }
        return given;
    }

    private static EmailConfigurationType emailConfiguration(@Nullable EmailConfigurationType given) {
        EmailConfigurationType email =
                given == null ? EmailConfigurationType.builder().build() : given;
        return email.toBuilder()
                .emailSendingAccount(or(email.emailSendingAccount(), EmailSendingAccountType.COGNITO_DEFAULT))
                .build();
    }

    private static AdminCreateUserConfigType adminCreateUserConfig(
            @Nullable AdminCreateUserConfigType given, PasswordPolicyType password) {
        boolean adminOnly = given != null && or(given.allowAdminCreateUserOnly(), false);
        return new AdminCreateUserConfigType(
                adminOnly,
                password.temporaryPasswordValidityDays(),
                given == null ? null : given.inviteMessageTemplate());
    }

    private static @Nullable DcrConfigurationType dcrConfiguration(@Nullable DcrConfigurationType given) {
        if (given == null) {
            return null;
        }
        return given.toBuilder()
                .enableStatus(or(given.enableStatus(), StatusType.DISABLED))
                .openDcrEnabled(or(given.openDcrEnabled(), false))
                .authenticatedGrantTypes(or(
                        set(given.authenticatedGrantTypes()),
                        List.of(OAuthFlowType.CODE, OAuthFlowType.CLIENT_CREDENTIALS)))
                .openDcrGrantTypes(or(set(given.openDcrGrantTypes()), List.of(OAuthFlowType.CODE)))
                .build();
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }

    private static <T> @Nullable List<T> set(@Nullable List<T> values) {
        return values == null || values.isEmpty() ? null : List.copyOf(new LinkedHashSet<>(values));
    }
}
