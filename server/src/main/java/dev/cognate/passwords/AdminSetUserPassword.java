package dev.cognate.passwords;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminSetUserPasswordRequest;
import dev.cognate.wire.model.AdminSetUserPasswordResponse;

/**
 * Gives a user of any status a password, for good or until the next sign-in. No message is sent and no function is told.
 * Reference: lifecycle F3.
 */
final class AdminSetUserPassword implements Operation<AdminSetUserPasswordRequest, AdminSetUserPasswordResponse> {
    private final Store store;
    private final Pools pools;
    private final Users users;
    private final NewPasswords newPasswords;

    AdminSetUserPassword(PasswordOperations.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.users = with.users();
        this.newPasswords = with.newPasswords();
    }

    @Override
    public AdminSetUserPasswordResponse run(AdminSetUserPasswordRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        boolean permanent = Boolean.TRUE.equals(request.permanent());
        boolean given;
        do {
            User user = require(pool, request.username());
            NewPasswords.Ready ready = permanent
                    ? newPasswords.accept(pool, user, request.password())
                    : newPasswords.acceptTemporary(pool, user, request.password());
            given = store.write(tx -> give(tx, pool, user, permanent, ready));
        } while (!given); // Another password came in between, which counts for the history.
        return new AdminSetUserPasswordResponse();
    }

    private User require(Pool pool, String username) {
        return switch (users.find(pool, username)) {
            case Lookup.Found(User user) -> user;
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.ADMIN_NO_SUCH_USER);
        };
    }

    private boolean give(Tx tx, Pool pool, User seen, boolean permanent, NewPasswords.Ready ready) {
        User user = users.reload(tx, seen);
        if (user == null) {
            throw new UserNotFoundException(Texts.ADMIN_NO_SUCH_USER);
        }
        return newPasswords.give(tx, pool, user, new StatusChange.PasswordSetByAdministrator(permanent), ready) != null;
    }
}
