package dev.cognate.groups;

import dev.cognate.directory.Shown;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.ListUsersInGroupRequest;
import dev.cognate.wire.model.ListUsersInGroupResponse;
import org.jspecify.annotations.Nullable;

/** Lists the members of a group with all their attributes, in pages of at most 60. Reference: lifecycle G, F12. */
final class ListUsersInGroup implements Operation<ListUsersInGroupRequest, ListUsersInGroupResponse> {
    private static final String NAME = "ListUsersInGroup";

    private final Store store;
    private final Pools pools;
    private final Users users;
    private final PageTokens tokens;

    ListUsersInGroup(Groups.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
        this.tokens = with.tokens();
    }

    @Override
    public ListUsersInGroupResponse run(ListUsersInGroupRequest request, Call call) {
        PoolId pool = pools.require(new PoolId(request.userPoolId()), call).id();
        return store.read(tx -> page(tx, Found.group(tx, pool, request.groupName()), request));
    }

    private ListUsersInGroupResponse page(Tx tx, Group group, ListUsersInGroupRequest request) {
        int size = Page.size(request.limit());
        String after = after(group, request.nextToken());
        Page<Sub> page = Page.of(MembersTable.members(tx, group, after, size + 1), size);
        return new ListUsersInGroupResponse(
                users.all(tx, group.pool(), page.items()).stream()
                        .map(user -> Shown.user(user, null))
                        .toList(),
                page.next(last -> tokens.issue(NAME, fingerprint(group), last.value())));
    }

    private String after(Group group, @Nullable String token) {
        return token == null ? "" : tokens.position(NAME, fingerprint(group), token);
    }

    /** The id: a token of a deleted group is no token of the next one of that name. */
    private static String fingerprint(Group group) {
        return group.pool() + "/" + group.id();
    }
}
