package dev.cognate.users;

import dev.cognate.directory.Shown;
import dev.cognate.directory.User;
import dev.cognate.directory.UserFilter;
import dev.cognate.directory.UserPages;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ListUsersRequest;
import dev.cognate.wire.model.ListUsersResponse;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Lists the users of a pool, or those that a filter names, in pages of at most 60. Reference: lifecycle F12. */
final class ListUsers implements Operation<ListUsersRequest, ListUsersResponse> {
    private static final String NAME = "ListUsers";
    private static final int LARGEST_PAGE = 60;

    private final Store store;
    private final Pools pools;
    private final PageTokens tokens;

    ListUsers(Store store, Pools pools, PageTokens tokens) {
        this.store = store;
        this.pools = pools;
        this.tokens = tokens;
    }

    @Override
    public ListUsersResponse run(ListUsersRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        Set<String> chosen = chosen(pool, request.attributesToGet());
        UserFilter filter = UserFilter.parse(request.filter());
        UserPages.Position after = after(request);
        int most = request.limit() == null || request.limit() == 0 ? LARGEST_PAGE : request.limit();
        // One more than the page holds tells whether another page follows.
        List<User> found = store.read(tx -> UserPages.page(tx, pool.id(), filter, after, most + 1));
        List<User> page = found.subList(0, Math.min(most, found.size()));
        return new ListUsersResponse(
                page.stream().map(user -> Shown.user(user, chosen)).toList(),
                found.size() > most ? token(request, filter, page.getLast()) : null);
    }

    private static @Nullable Set<String> chosen(Pool pool, @Nullable List<String> names) {
        if (names == null) {
            return null;
        }
        if (names.stream().anyMatch(name -> pool.schema().find(name) == null)) {
            throw new InvalidParameterException(Texts.BAD_ATTRIBUTES_TO_GET);
        }
        return Set.copyOf(names);
    }

    private UserPages.@Nullable Position after(ListUsersRequest request) {
        String token = request.paginationToken();
        return token == null ? null : UserPages.Position.decode(tokens.position(NAME, fingerprint(request), token));
    }

    private String token(ListUsersRequest request, @Nullable UserFilter filter, User last) {
        return tokens.issue(
                NAME,
                fingerprint(request),
                UserPages.Position.behind(last, filter).encode());
    }

    /** What must be the same on the next page: a token is only good with the parameters it was made for. */
    private static String fingerprint(ListUsersRequest request) {
        return request.userPoolId() + '\n' + request.filter() + '\n' + request.attributesToGet();
    }
}
