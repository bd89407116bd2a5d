package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.pools.ResourceQuotas;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.CreateResourceServerRequest;
import dev.cognate.wire.model.CreateResourceServerResponse;
import dev.cognate.wire.model.ResourceServerType;

/** Creates a resource server; a pool has so many as its quota allows. Reference: oauth-config B8, B19. */
final class CreateResourceServer implements Operation<CreateResourceServerRequest, CreateResourceServerResponse> {
    /** The service's own scopes are called so; one of that name must not be made by hand. */
    private static final String RESERVED = "aws.cognito";

    private final Store store;
    private final Pools pools;

    CreateResourceServer(Store store, Pools pools) {
        this.store = store;
        this.pools = pools;
    }

    @Override
    public CreateResourceServerResponse run(CreateResourceServerRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        if (request.identifier().startsWith(RESERVED)) {
            throw new InvalidParameterException(Texts.RESERVED);
        }
        ResourceServerType server = ResourceServerType.builder()
                .userPoolId(pool.value())
                .identifier(request.identifier())
                .name(request.name())
                .scopes(Scopes.of(request.scopes()))
                .build();
        store.write(tx -> {
            pools.require(tx, pool);
            add(tx, pool, server);
            return server;
        });
        return new CreateResourceServerResponse(server);
    }

    private void add(Tx tx, PoolId pool, ResourceServerType server) {
        if (!ResourceServersTable.insert(tx, pool, server)) {
            throw new InvalidParameterException(Texts.exists(String.valueOf(server.identifier()), pool));
        }
        int most = pools.settings().quotas().resourceServers();
        if (ResourceQuotas.isExceeded(most, limit -> ResourceServersTable.count(tx, pool, limit))) {
            throw new LimitExceededException(Texts.tooMany(most));
        }
    }
}
