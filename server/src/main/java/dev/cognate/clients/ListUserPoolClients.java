package dev.cognate.clients;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ClientTypeType;
import dev.cognate.wire.model.ListUserPoolClientsRequest;
import dev.cognate.wire.model.ListUserPoolClientsResponse;
import dev.cognate.wire.model.UserPoolClientDescription;
import dev.cognate.wire.model.UserPoolClientType;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists the clients of a pool, by id, all or of one type. Reference: oauth-config B5, B17, newer ("New members"). */
final class ListUserPoolClients implements Operation<ListUserPoolClientsRequest, ListUserPoolClientsResponse> {
    private static final String NAME = "ListUserPoolClients";
    private static final int USUAL_PAGE = 60;

    private final Store store;
    private final Pools pools;
    private final PageTokens tokens;

    ListUserPoolClients(Store store, Pools pools, PageTokens tokens) {
        this.store = store;
        this.pools = pools;
        this.tokens = tokens;
    }

    @Override
    public ListUserPoolClientsResponse run(ListUserPoolClientsRequest request, Call call) {
        PoolId pool = new PoolId(request.userPoolId());
        pools.requireRegion(pool, call);
        ClientTypeType type = request.clientType();
        String fingerprint = pool + " " + (type == null ? "" : type.wire());
        Integer given = request.maxResults();
        int limit = given == null ? USUAL_PAGE : given;
        List<UserPoolClientType> found = store.read(tx -> {
            pools.require(tx, pool);
            return matching(tx, pool, type, after(request.nextToken(), fingerprint), limit + 1);
        });
        List<UserPoolClientType> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? tokens.issue(NAME, fingerprint, id(page.getLast())) : null;
        return new ListUserPoolClientsResponse(
                page.stream().map(ListUserPoolClients::describe).toList(), next);
    }

    private String after(@Nullable String token, String fingerprint) {
        return token == null ? "" : tokens.position(NAME, fingerprint, token);
    }

    /** The type stands inside the stored configuration, so pages are read until enough of them match. */
    private static List<UserPoolClientType> matching(
            Tx tx, PoolId pool, @Nullable ClientTypeType type, String after, int limit) {
        List<UserPoolClientType> matching = new ArrayList<>();
        String position = after;
        while (true) {
            List<UserPoolClientType> batch = ClientsTable.page(tx, pool, position, limit);
            for (UserPoolClientType client : batch) {
                if (matching.size() < limit && (type == null || type == client.clientType())) {
                    matching.add(client);
                }
            }
            if (matching.size() == limit || batch.size() < limit) {
                return matching;
            }
            position = id(batch.getLast());
        }
    }

    private static UserPoolClientDescription describe(UserPoolClientType client) {
        return new UserPoolClientDescription(client.clientId(), client.userPoolId(), client.clientName());
    }

    private static String id(UserPoolClientType client) {
        return Objects.requireNonNull(client.clientId());
    }
}
