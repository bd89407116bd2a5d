package dev.cognate.users;

import dev.cognate.directory.Deletion;
import dev.cognate.directory.Users;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Tokens;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import java.util.List;

/** The door to the operations on users. */
public final class UserOperations {
    private final Collaborators with;

    /** Makes the room from what it works with. */
    public UserOperations(Collaborators with) {
        this.with = with;
    }

    /** What this room works with. */
    public record Collaborators(Store store, Pools pools, Users users, Deletion deletion, PageTokens pageTokens, Tokens tokens) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        AccessTokens accessTokens = with.tokens.accessTokens();
        return List.of(
                Operations.GET_USER.by(new GetUser(accessTokens)),
                Operations.ADMIN_GET_USER.by(new AdminGetUser(with.pools, with.users)),
                Operations.ADMIN_DELETE_USER.by(new AdminDeleteUser(with.pools, with.users, with.deletion)),
                Operations.LIST_USERS.by(new ListUsers(with.store, with.pools, with.pageTokens)));
    }
}
