package dev.cognate.pools;

import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListUserPoolsRequest;
import dev.cognate.wire.model.ListUserPoolsResponse;
import dev.cognate.wire.model.UserPoolDescriptionType;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Lists the pools of the request's region, by id. Reference: oauth-config B17, newer. */
final class ListUserPools implements Operation<ListUserPoolsRequest, ListUserPoolsResponse> {
    private static final String NAME = "ListUserPools";

    private final Store store;
    private final PageTokens tokens;

    ListUserPools(Store store, PageTokens tokens) {
        this.store = store;
        this.tokens = tokens;
    }

    @Override
    public ListUserPoolsResponse run(ListUserPoolsRequest request, Call call) {
        String region = call.region();
        String token = request.nextToken();
        String after = token == null ? "" : tokens.position(NAME, region, token);
        int limit = request.maxResults();
        // One more than asked for tells whether there is another page.
        List<UserPoolDescriptionType> found = store.read(tx -> {
            Map<String, List<String>> replicas = ReplicasTable.regions(tx, region);
            return PoolsTable.page(tx, region, after, limit + 1).stream()
                    .map(pool -> pool.toBuilder()
                            .replicaRegions(replicas.get(pool.id()))
                            .build())
                    .toList();
        });
        List<UserPoolDescriptionType> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? tokens.issue(NAME, region, id(page.getLast())) : null;
        return new ListUserPoolsResponse(page, next);
    }

    private static String id(UserPoolDescriptionType pool) {
        return Objects.requireNonNull(pool.id());
    }
}
