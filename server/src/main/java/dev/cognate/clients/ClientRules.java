package dev.cognate.clients;

import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.UserPoolClientType;

/**
 * Everything that makes the service refuse a client's configuration, in the order of the reference's table; the model's
 * own constraints hold already. Each rule sees what was asked for, without defaults. Reference: oauth-config B5.
 */
final class ClientRules {
    private ClientRules() {}

    /**
     * Refuses what cannot be a client of the pool.
     *
     * @param tx tells which scopes and identity providers the pool has
     * @param hasSecret whether the client has a secret, or will have
     */
    static void check(Tx tx, UserPoolClientType asked, Pool pool, boolean hasSecret) {
        TokenValidity.of(asked).check();
        AuthFlowRules.check(asked);
        AuthFlowRules.checkTier(asked, pool);
        OAuthRules.checkFlows(asked, hasSecret);
        UrlRules.check(asked);
        OAuthRules.checkScopes(tx, asked, pool);
        OAuthRules.checkProviders(tx, asked, pool);
        AttributeRules.check(asked, pool.schema());
        if (Boolean.TRUE.equals(asked.enablePropagateAdditionalUserContextData()) && !hasSecret) {
            throw new InvalidParameterException(Texts.CONTEXT_DATA_SECRET);
        }
        AnalyticsRules.check(asked.analyticsConfiguration(), pool.id().region());
        AuthFlowRules.checkRotation(asked);
    }
}
