package dev.cognate.clients;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ClientTypeType;
import dev.cognate.wire.model.ListUserPoolClientsRequest;
import dev.cognate.wire.model.ListUserPoolClientsResponse;
import dev.cognate.wire.model.UserPoolClientDescription;
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
        List<UserPoolClientDescription> found = store.read(tx -> {
            pools.require(tx, pool);
            return matching(tx, pool, type, after(request.nextToken(), fingerprint), limit + 1);
        });
        List<UserPoolClientDescription> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? tokens.issue(NAME, fingerprint, id(page.getLast())) : null;
        return new ListUserPoolClientsResponse(page, next);
    }

    private String after(@Nullable String token, String fingerprint) {
        return token == null ? "" : tokens.position(NAME, fingerprint, token);
    }

    /** The type stands inside the stored configuration, so pages are read until enough of them match. */
    private static List<UserPoolClientDescription> matching(
            Tx tx, PoolId pool, @Nullable ClientTypeType type, String after, int limit) {
        List<UserPoolClientDescription> matching = new ArrayList<>();
        String position = after;
        while (true) {
            List<String> batch = ClientsTable.page(tx, pool, position, limit);
            for (String config : batch) {
                if (matching.size() < limit && isOf(type, config)) {
                    matching.add(described(config));
                }
            }
            if (matching.size() == limit || batch.size() < limit) {
                return matching;
            }
            position = id(described(batch.getLast()));
        }
    }

    private static boolean isOf(@Nullable ClientTypeType type, String config) {
        return type == null || type == ClientsTable.config(config).clientType();
    }

    /** What lists show is a part of the configuration, under the same names; what is not part of it is passed over. */
    private static UserPoolClientDescription described(String config) {
        return JsonInput.decodeStored(config, UserPoolClientDescription::read);
    }

    private static String id(UserPoolClientDescription client) {
        return Objects.requireNonNull(client.clientId());
    }
}
