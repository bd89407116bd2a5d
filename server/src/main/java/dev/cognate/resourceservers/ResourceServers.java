package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.ResourceServerType;
import java.util.List;

/** The door to resource servers. Safe for use by many threads. */
public final class ResourceServers {
    private final Store store;
    private final Pools pools;
    private final PageTokens tokens;

    /** The resource servers of a store. */
    public ResourceServers(Store store, Pools pools, PageTokens tokens) {
        this.store = store;
        this.pools = pools;
        this.tokens = tokens;
    }

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.CREATE_RESOURCE_SERVER.by(new CreateResourceServer(store, pools)),
                Operations.DESCRIBE_RESOURCE_SERVER.by(new DescribeResourceServer(store, pools)),
                Operations.UPDATE_RESOURCE_SERVER.by(new UpdateResourceServer(store, pools)),
                Operations.DELETE_RESOURCE_SERVER.by(new DeleteResourceServer(store, pools)),
                Operations.LIST_RESOURCE_SERVERS.by(new ListResourceServers(store, pools, tokens)));
    }

    /**
     * Whether a resource server of the pool has a scope, as the transaction sees it.
     *
     * @param scope in full, {@code <identifier>/<name>}; the identifier may hold slashes, the name has none
     */
    public static boolean hasScope(Tx tx, PoolId pool, String scope) {
        int slash = scope.lastIndexOf('/');
        if (slash < 0) {
            return false;
        }
        ResourceServerType server = ResourceServersTable.find(tx, pool, scope.substring(0, slash));
        return server != null
                && Scopes.of(server.scopes()).stream()
                        .anyMatch(each -> each.scopeName().equals(scope.substring(slash + 1)));
    }
}
