package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListGroupsRequest;
import dev.cognate.wire.model.ListGroupsResponse;

/** Lists the groups of a pool by name, in pages of at most 60. Reference: lifecycle G. */
final class ListGroups implements Operation<ListGroupsRequest, ListGroupsResponse> {
    private static final String NAME = "ListGroups";

    private final Store store;
    private final Pools pools;
    private final PageTokens tokens;

    ListGroups(Store store, Pools pools, PageTokens tokens) {
        this.store = store;
        this.pools = pools;
        this.tokens = tokens;
    }

    @Override
    public ListGroupsResponse run(ListGroupsRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        String token = request.nextToken();
        String after = token == null ? "" : tokens.position(NAME, pool.value(), token);
        int size = Page.size(request.limit());
        Page<Group> page = Page.of(store.read(tx -> GroupsTable.page(tx, pool, after, size + 1)), size);
        return new ListGroupsResponse(
                page.items().stream().map(Group::shown).toList(),
                page.next(last -> tokens.issue(NAME, pool.value(), last.name())));
    }
}
