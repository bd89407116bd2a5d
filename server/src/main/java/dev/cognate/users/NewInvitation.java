package dev.cognate.users;

import dev.cognate.directory.Lookup;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.messaging.Outbox;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.AdminCreateUserRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * AdminCreateUser with RESEND: another temporary password, in another invitation. Both are stored together, so that the
 * earlier password stays good when the message cannot be written. Reference: lifecycle F1.
 */
final class NewInvitation {
    private final Store store;
    private final Users users;
    private final NewPasswords newPasswords;
    private final Invitations invitations;

    NewInvitation(UserOperations.Collaborators with, Invitations invitations) {
        this.store = with.store();
        this.users = with.users();
        this.newPasswords = with.creation().newPasswords();
        this.invitations = invitations;
    }

    /** Sends it; attributes of the request are not looked at. */
    User send(Pool pool, AdminCreateUserRequest request, Call call) {
        StatusChange.Step cause = new StatusChange.InvitedAgain(request.username());
        while (true) {
            User user = require(pool, request.username());
            cause.require(user.status());
            String password = invitations.password(pool, request.temporaryPassword());
            NewPasswords.Ready ready = newPasswords.prepare(pool, user, password);
            List<Outbox.Sealed> messages = invitations.prepare(pool, user, password, request, call);
            User invited = store.write(tx -> renew(tx, pool, user, cause, ready, messages));
            if (invited != null) {
                invitations.committed(messages);
                return invited;
            }
            // Another password came in between; this one is to be the last.
        }
    }

    private @Nullable User renew(
            Tx tx,
            Pool pool,
            User seen,
            StatusChange.Step cause,
            NewPasswords.Ready ready,
            List<Outbox.Sealed> messages) {
        User user = users.reload(tx, seen);
        if (user == null) {
            throw new UserNotFoundException(Texts.NO_USER);
        }
        User invited = newPasswords.give(tx, pool, user, cause, ready);
        if (invited != null) {
            invitations.add(tx, messages);
        }
        return invited;
    }

    private User require(Pool pool, String username) {
        return switch (users.find(pool, username)) {
            case Lookup.Found(User user) -> user;
            case Lookup.Absent _ -> throw new UserNotFoundException(Texts.NO_USER);
        };
    }
}
