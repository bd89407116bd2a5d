package dev.cognate.users;

import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Deletion;
import dev.cognate.directory.NewUsers;
import dev.cognate.directory.Users;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Outbox;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.passwords.Passwords;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.triggers.Triggers;
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
    public record Collaborators(
            Store store, Pools pools, Users users, Deletion deletion, PageTokens tokens, Creation creation) {}

    /** What is needed to create users, and for nothing else in this room. */
    public record Creation(
            NewUsers newUsers,
            Passwords passwords,
            NewPasswords newPasswords,
            TemporaryPasswords temporaryPasswords,
            Messages messages,
            Outbox outbox,
            Triggers triggers,
            Randomness randomness) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.ADMIN_CREATE_USER.by(new AdminCreateUser(with)),
                Operations.ADMIN_GET_USER.by(new AdminGetUser(with.pools, with.users)),
                Operations.ADMIN_DELETE_USER.by(new AdminDeleteUser(with.pools, with.users, with.deletion)),
                Operations.LIST_USERS.by(new ListUsers(with.store, with.pools, with.tokens)));
    }
}
