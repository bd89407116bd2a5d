package dev.cognate.sessions;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.FeatureUnavailableInTierException;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.SetUserPoolSessionConfigurationRequest;
import dev.cognate.wire.model.SetUserPoolSessionConfigurationResponse;
import dev.cognate.wire.model.UserPoolTierType;

/**
 * Replaces whether and how a pool tracks sessions. A lower number of sessions ends none until the next sign-in.
 * Reference: newer.
 */
final class SetUserPoolSessionConfiguration
        implements Operation<SetUserPoolSessionConfigurationRequest, SetUserPoolSessionConfigurationResponse> {
    private static final int MOST_PER_USER = 100;

    private final Store store;
    private final Pools pools;

    SetUserPoolSessionConfiguration(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public SetUserPoolSessionConfigurationResponse run(SetUserPoolSessionConfigurationRequest request, Call call) {
        PoolId id = new PoolId(request.userPoolId());
        pools.requireRegion(id, call);
        int most = request.tokenSession().maxPerUser();
        store.write(tx -> {
            Pool pool = pools.require(tx, id);
            if (most < 1 || most > MOST_PER_USER) {
                throw new InvalidParameterException(Texts.MAX_PER_USER);
            }
            requireTier(pool);
            SessionSettings.put(tx, id, request);
            return most;
        });
        return new SetUserPoolSessionConfigurationResponse(
                id.value(), request.userSessionTracking(), request.tokenSession());
    }

    /** Refuses a pool of the tier that has no session tracking. */
    static void requireTier(Pool pool) {
        if (pool.tier() == UserPoolTierType.LITE) {
            throw new FeatureUnavailableInTierException(Texts.NOT_IN_TIER);
        }
    }
}
