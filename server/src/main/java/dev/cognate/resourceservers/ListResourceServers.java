package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Page;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListResourceServersRequest;
import dev.cognate.wire.model.ListResourceServersResponse;
import dev.cognate.wire.model.ResourceServerType;

/** Lists the resource servers of a pool by identifier, in pages of at most 50. Reference: oauth-config B8, B17. */
final class ListResourceServers implements Operation<ListResourceServersRequest, ListResourceServersResponse> {
    private static final String NAME = "ListResourceServers";
    private static final int LARGEST_PAGE = 50;

    private final Store store;
    private final Pools pools;
    private final PageTokens tokens;

    ListResourceServers(Store store, Pools pools, PageTokens tokens) {
        this.store = store;
        this.pools = pools;
        this.tokens = tokens;
    }

    @Override
    public ListResourceServersResponse run(ListResourceServersRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        String token = request.nextToken();
        String after = token == null ? "" : tokens.position(NAME, pool.value(), token);
        int size = Math.min(LARGEST_PAGE, Page.size(request.maxResults()));
        Page<ResourceServerType> page =
                Page.of(store.read(tx -> ResourceServersTable.page(tx, pool, after, size + 1)), size);
        return new ListResourceServersResponse(
                page.items(), page.next(last -> tokens.issue(NAME, pool.value(), String.valueOf(last.identifier()))));
    }
}
