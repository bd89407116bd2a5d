package dev.cognate.pools;

import dev.cognate.wire.fault.FeatureUnavailableInTierException;
import dev.cognate.wire.model.AdvancedSecurityModeType;
import dev.cognate.wire.model.AuthFactorType;
import dev.cognate.wire.model.LambdaConfigType;
import dev.cognate.wire.model.PreTokenGenerationLambdaVersionType;
import dev.cognate.wire.model.PreTokenGenerationVersionConfigType;
import dev.cognate.wire.model.SignInPolicyType;
import dev.cognate.wire.model.UserPoolAddOnsType;
import dev.cognate.wire.model.UserPoolMfaType;
import dev.cognate.wire.model.UserPoolPolicyType;
import dev.cognate.wire.model.UserPoolTierType;
import dev.cognate.wire.model.UserPoolType;
import dev.cognate.wire.model.WebAuthnConfigurationType;
import dev.cognate.wire.model.WebAuthnFactorConfigurationType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which features a pricing tier has. Reference: oauth-config B18. */
final class TierRules {
    static final String LOG_STREAMING = "Log Streaming";
    static final String REPLICATION = "Multi-Region Replication";

    private TierRules() {}

    static void check(UserPoolType asked) {
        UserPoolTierType given = asked.userPoolTier();
        UserPoolTierType tier = given == null ? UserPoolTierType.ESSENTIALS : given;
        List<String> above = new ArrayList<>();
        if (tier == UserPoolTierType.LITE) {
            if (isPasswordless(asked.policies())) {
                above.add("Passwordless Sign-In");
            }
            addTokenTrigger(asked.lambdaConfig(), above);
        }
        UserPoolAddOnsType addOns = asked.userPoolAddOns();
        boolean threatProtection = addOns != null && addOns.advancedSecurityMode() != AdvancedSecurityModeType.OFF;
        if (threatProtection && tier != UserPoolTierType.PLUS) {
            above.add("Threat Protection");
        }
        refuse(tier, above);
    }

    /** Refuses the tier LITE for a pool whose users have second factors above it; while MFA is off they have none. */
    static void checkFactors(UserPoolType asked, FactorSettings factors) {
        UserPoolMfaType mfa = asked.mfaConfiguration();
        if (asked.userPoolTier() != UserPoolTierType.LITE || mfa == null || mfa == UserPoolMfaType.OFF) {
            return;
        }
        List<String> above = new ArrayList<>();
        if (factors.email() != null) {
            above.add("Email MFA");
        }
        WebAuthnConfigurationType passkeys = factors.webAuthn();
        if (passkeys != null
                && passkeys.factorConfiguration()
                        == WebAuthnFactorConfigurationType.MULTI_FACTOR_WITH_USER_VERIFICATION) {
            above.add("Passkey MFA");
        }
        refuse(UserPoolTierType.LITE, above);
    }

    private static void refuse(UserPoolTierType tier, List<String> above) {
        if (!above.isEmpty()) {
            throw new FeatureUnavailableInTierException(Texts.aboveTier(tier.wire(), String.join(", ", above)));
        }
    }

    /**
     * Refuses a feature that the tier LITE lacks.
     *
     * @throws FeatureUnavailableInTierException the pool has that tier
     */
    static void require(Pool pool, String feature) {
        if (pool.tier() == UserPoolTierType.LITE) {
            throw new FeatureUnavailableInTierException(Texts.notInTier(pool.tier(), feature));
        }
    }

    private static boolean isPasswordless(@Nullable UserPoolPolicyType policies) {
        SignInPolicyType signIn = policies == null ? null : policies.signInPolicy();
        List<AuthFactorType> factors = signIn == null ? null : signIn.allowedFirstAuthFactors();
        return factors != null && factors.stream().anyMatch(factor -> factor != AuthFactorType.PASSWORD);
    }

    private static void addTokenTrigger(@Nullable LambdaConfigType lambda, List<String> above) {
        PreTokenGenerationVersionConfigType tokens = lambda == null ? null : lambda.preTokenGenerationConfig();
        if (tokens != null && tokens.lambdaVersion() != PreTokenGenerationLambdaVersionType.V1_0) {
            above.add("Token Customization with Pre-Token Generation Lambda "
                    + tokens.lambdaVersion().wire());
        }
    }
}
