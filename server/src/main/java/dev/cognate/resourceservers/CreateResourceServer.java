package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.CreateResourceServerRequest;
import dev.cognate.wire.model.CreateResourceServerResponse;
import dev.cognate.wire.model.ResourceServerType;

/** Creates a resource server; a pool has at most 300. Reference: oauth-config B8, B19. */
final class CreateResourceServer implements Operation<CreateResourceServerRequest, CreateResourceServerResponse> {
    /** What the service grants on request; it begins with 25. */
    private static final int MOST_OF_POOL = 300;

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

    private static void add(Tx tx, PoolId pool, ResourceServerType server) {
        if (!ResourceServersTable.insert(tx, pool, server)) {
            throw new InvalidParameterException(Texts.exists(String.valueOf(server.identifier()), pool));
        }
        if (ResourceServersTable.count(tx, pool) > MOST_OF_POOL) {
            throw new LimitExceededException(Texts.TOO_MANY);
        }
    }
}
