package dev.cognate.groups;

import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.groups.MembersTable.Place;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.AdminListGroupsForUserRequest;
import dev.cognate.wire.model.AdminListGroupsForUserResponse;

/** Lists the groups of a user in order of precedence, then name, in pages of at most 60. Reference: lifecycle G. */
final class AdminListGroupsForUser implements Operation<AdminListGroupsForUserRequest, AdminListGroupsForUserResponse> {
    private static final String NAME = "AdminListGroupsForUser";

    private final Store store;
    private final Pools pools;
    private final Users users;
    private final PageTokens tokens;

    AdminListGroupsForUser(Groups.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
        this.tokens = with.tokens();
    }

    @Override
    public AdminListGroupsForUserResponse run(AdminListGroupsForUserRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        User user = Found.user(users.find(pool, request.username()));
        String whose = user.pool() + "/" + user.sub();
        String token = request.nextToken();
        Place after = token == null ? Place.START : Place.decode(tokens.position(NAME, whose, token));
        int size = Page.size(request.limit());
        Page<Group> page =
                Page.of(store.read(tx -> MembersTable.groups(tx, pool.id(), user.sub(), after, size + 1)), size);
        return new AdminListGroupsForUserResponse(
                page.items().stream().map(Group::shown).toList(),
                page.next(last -> tokens.issue(NAME, whose, Place.behind(last))));
    }
}
