package dev.cognate.pools;

import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.UpdateUserPoolRequest;
import dev.cognate.wire.model.UserAttributeUpdateSettingsType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The configuration that a request asks for, in the one form that rules and defaults work on: what the request leaves
 * out is absent. Reference: oauth-config B1, B3.
 */
final class AskedPool {
    private AskedPool() {}

    /** What CreateUserPool asks for, without id, dates and schema. */
    static UserPoolType of(CreateUserPoolRequest request) {
        return UserPoolType.builder()
                .name(request.poolName())
                .policies(request.policies())
                .deletionProtection(request.deletionProtection())
                .lambdaConfig(request.lambdaConfig())
                .autoVerifiedAttributes(request.autoVerifiedAttributes())
                .aliasAttributes(request.aliasAttributes())
                .usernameAttributes(request.usernameAttributes())
                .smsVerificationMessage(request.smsVerificationMessage())
                .emailVerificationMessage(request.emailVerificationMessage())
                .emailVerificationSubject(request.emailVerificationSubject())
                .verificationMessageTemplate(request.verificationMessageTemplate())
                .smsAuthenticationMessage(request.smsAuthenticationMessage())
                .mfaConfiguration(request.mfaConfiguration())
                .userAttributeUpdateSettings(request.userAttributeUpdateSettings())
                .deviceConfiguration(request.deviceConfiguration())
                .emailConfiguration(request.emailConfiguration())
                .smsConfiguration(request.smsConfiguration())
                .userPoolTags(request.userPoolTags())
                .adminCreateUserConfig(request.adminCreateUserConfig())
                .userPoolAddOns(request.userPoolAddOns())
                .usernameConfiguration(request.usernameConfiguration())
                .accountRecoverySetting(request.accountRecoverySetting())
                .userPoolTier(request.userPoolTier())
                .dcrConfiguration(request.dcrConfiguration())
                .keyConfiguration(request.keyConfiguration())
                .issuerConfiguration(request.issuerConfiguration())
                .acrConfiguration(request.acrConfiguration())
                .build();
    }

    /**
     * What UpdateUserPool asks for: the members that never change are those of before; of the others, name, deletion
     * protection, tier, tags and what is verified before it changes survive when the request leaves them out, and nothing
     * else does. Terraform's provider never sends tags, and the settings only when they change.
     */
    static UserPoolType of(UpdateUserPoolRequest request, UserPoolType before) {
        return before.toBuilder()
                .name(first(request.poolName(), before.name()))
                .policies(request.policies())
                .deletionProtection(first(request.deletionProtection(), before.deletionProtection()))
                .lambdaConfig(request.lambdaConfig())
                .autoVerifiedAttributes(request.autoVerifiedAttributes())
                .smsVerificationMessage(request.smsVerificationMessage())
                .emailVerificationMessage(request.emailVerificationMessage())
                .emailVerificationSubject(request.emailVerificationSubject())
                .verificationMessageTemplate(request.verificationMessageTemplate())
                .smsAuthenticationMessage(request.smsAuthenticationMessage())
                .mfaConfiguration(request.mfaConfiguration())
                .userAttributeUpdateSettings(updateSettings(request, before))
                .deviceConfiguration(request.deviceConfiguration())
                .emailConfiguration(request.emailConfiguration())
                .smsConfiguration(request.smsConfiguration())
                .userPoolTags(first(request.userPoolTags(), before.userPoolTags()))
                .adminCreateUserConfig(request.adminCreateUserConfig())
                .userPoolAddOns(request.userPoolAddOns())
                .accountRecoverySetting(request.accountRecoverySetting())
                .userPoolTier(first(request.userPoolTier(), before.userPoolTier()))
                .dcrConfiguration(request.dcrConfiguration())
                .keyConfiguration(request.keyConfiguration())
                .issuerConfiguration(request.issuerConfiguration())
                .acrConfiguration(request.acrConfiguration())
                .build();
    }

    /** What was set stays for the attributes that are still verified by the pool. */
    private static @Nullable UserAttributeUpdateSettingsType updateSettings(
            UpdateUserPoolRequest request, UserPoolType before) {
        UserAttributeUpdateSettingsType asked = request.userAttributeUpdateSettings();
        UserAttributeUpdateSettingsType set = before.userAttributeUpdateSettings();
        if (asked != null || set == null) {
            return asked;
        }
        List<VerifiedAttributeType> kept = new ArrayList<>(orNone(set.attributesRequireVerificationBeforeUpdate()));
        kept.retainAll(orNone(request.autoVerifiedAttributes()));
        return new UserAttributeUpdateSettingsType(kept);
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }

    private static <T> @Nullable T first(@Nullable T preferred, @Nullable T otherwise) {
        return preferred == null ? otherwise : preferred;
    }
}
