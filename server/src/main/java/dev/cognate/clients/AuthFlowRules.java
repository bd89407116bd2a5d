package dev.cognate.clients;

import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.FeatureUnavailableInTierException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ExplicitAuthFlowsType;
import dev.cognate.wire.model.FeatureType;
import dev.cognate.wire.model.RefreshTokenRotationType;
import dev.cognate.wire.model.UserPoolClientType;
import dev.cognate.wire.model.UserPoolTierType;
import java.util.List;

/** How users may sign in. Reference: oauth-config B5. */
final class AuthFlowRules {
    private AuthFlowRules() {}

    static void check(UserPoolClientType asked) {
        List<ExplicitAuthFlowsType> flows = flows(asked);
        long modern =
                flows.stream().filter(flow -> flow.wire().startsWith("ALLOW_")).count();
        if (modern != 0 && modern != flows.size()) {
            throw new InvalidParameterException(Texts.MIXED_FLOWS);
        }
        if (flows.stream().anyMatch(AuthFlowRules::isForClients)
                && !flows.stream().allMatch(AuthFlowRules::isForClients)) {
            throw new InvalidParameterException(Texts.CLIENT_TOKEN_ALONE);
        }
    }

    /** Whether this flow gives tokens to clients, of their own; all others sign users in. */
    static boolean isForClients(ExplicitAuthFlowsType flow) {
        return flow.wire().equals("ALLOW_CLIENT_TOKEN_AUTH");
    }

    /**
     * Choosing among factors is a feature of the higher tiers. Reference: auth 22, oauth-config B18.
     *
     * @throws FeatureUnavailableInTierException the pool has the lowest tier
     */
    static void checkTier(UserPoolClientType asked, Pool pool) {
        if (pool.tier() == UserPoolTierType.LITE && choosesFactors(asked)) {
            throw new FeatureUnavailableInTierException(Texts.CHOICE_ABOVE_TIER);
        }
    }

    /** Whether users of the client choose among factors. */
    static boolean choosesFactors(UserPoolClientType client) {
        return flows(client).contains(ExplicitAuthFlowsType.ALLOW_USER_AUTH);
    }

    /** A refresh token that is replaced at each use is not used by the older flow. */
    static void checkRotation(UserPoolClientType asked) {
        RefreshTokenRotationType rotation = asked.refreshTokenRotation();
        boolean rotates = rotation != null && rotation.feature() == FeatureType.ENABLED;
        if (rotates && flows(asked).contains(ExplicitAuthFlowsType.ALLOW_REFRESH_TOKEN_AUTH)) {
            throw new InvalidParameterException(Texts.ROTATION_WITH_REFRESH);
        }
    }

    private static List<ExplicitAuthFlowsType> flows(UserPoolClientType asked) {
        List<ExplicitAuthFlowsType> flows = asked.explicitAuthFlows();
        return flows == null ? List.of() : flows;
    }
}
