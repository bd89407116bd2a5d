package dev.cognate.sessions;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.SetUserPoolClientSessionConfigurationRequest;
import dev.cognate.wire.model.SetUserPoolClientSessionConfigurationResponse;

/** Sets how long a client reuses an SSO session, in a pool that tracks sessions. Reference: newer. */
final class SetUserPoolClientSessionConfiguration
        implements Operation<
                SetUserPoolClientSessionConfigurationRequest, SetUserPoolClientSessionConfigurationResponse> {
    private static final int NINETY_DAYS = 129_600;

    private final Store store;
    private final Pools pools;
    private final Clients clients;

    SetUserPoolClientSessionConfiguration(Store store, Pools pools, Clients clients) {
        this.store = store;
        this.pools = pools;
        this.clients = clients;
    }

    @Override
    public SetUserPoolClientSessionConfigurationResponse run(
            SetUserPoolClientSessionConfigurationRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        ClientId id = new ClientId(request.clientId());
        pools.requireRegion(pool, call);
        int minutes = request.ssoSession().maxValidityMinutes();
        store.write(tx -> {
            Client client = clients.require(tx, pool, id);
            if (minutes < 0 || minutes > NINETY_DAYS) {
                throw new InvalidParameterException(Texts.MAX_VALIDITY);
            }
            SetUserPoolSessionConfiguration.requireTier(client.pool());
            if (!SessionSettings.tracked(tx, pool)) {
                throw new InvalidParameterException(Texts.NOT_TRACKED);
            }
            SessionSettings.put(tx, client, request.ssoSession());
            return minutes;
        });
        return new SetUserPoolClientSessionConfigurationResponse(pool.value(), id.value(), request.ssoSession());
    }
}
