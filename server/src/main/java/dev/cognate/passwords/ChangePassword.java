package dev.cognate.passwords;

import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.pools.Pool;
import dev.cognate.risk.Protection;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.Bearer;
import dev.cognate.verification.CodeFaults;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import dev.cognate.wire.model.ChangePasswordRequest;
import dev.cognate.wire.model.ChangePasswordResponse;
import dev.cognate.wire.model.EventFilterType;
import dev.cognate.wire.model.EventType;
import org.jspecify.annotations.Nullable;

/**
 * Changes the password of a signed-in user, who proves the present one. Tokens stay good. Reference: lifecycle E10.
 */
final class ChangePassword implements Operation<ChangePasswordRequest, ChangePasswordResponse> {
    private static final StatusChange.Step CAUSE = new StatusChange.PasswordChanged();

    private final Store store;
    private final AccessTokens accessTokens;
    private final Users users;
    private final Codes codes;
    private final Passwords passwords;
    private final NewPasswords newPasswords;
    private final UserEvents events;
    private final Protection protection;

    ChangePassword(PasswordOperations.Collaborators with) {
        this.store = with.store();
        this.accessTokens = with.tokens().accessTokens();
        this.users = with.users();
        this.codes = with.codes();
        this.passwords = with.passwords();
        this.newPasswords = with.newPasswords();
        this.events = with.events();
        this.protection = with.protection();
    }

    @Override
    public ChangePasswordResponse run(ChangePasswordRequest request, Call call) {
        Bearer bearer = accessTokens.require(request.accessToken());
        Pool pool = bearer.client().pool();
        count(bearer.user());
        User user = bearer.user();
        CAUSE.require(user.status());
        checkPrevious(pool, user, request.previousPassword());
        protection.requireGoodPassword(bearer.client(), EventFilterType.PASSWORD_CHANGE, request.proposedPassword());
        NewPasswords.Ready ready = newPasswords.accept(pool, user, request.proposedPassword());
        store.write(tx -> {
            User changed = change(tx, pool, user, ready);
            events.record(
                    tx,
                    changed.pool(),
                    changed.sub(),
                    new UserEvents.Event(EventType.PASSWORD_CHANGE, bearer.client(), null, null, call));
            return changed;
        });
        return new ChangePasswordResponse();
    }

    /** Counted in a transaction of its own: the count stays, whatever the present password turns out to be. */
    private void count(User user) {
        if (!store.write(tx -> codes.countTry(tx, codes.of(user.pool(), user.sub(), CodeKind.PASSWORD_CHANGE)))) {
            throw CodeFaults.tooMany();
        }
    }

    /** A user without a password has nothing to prove beyond the token. */
    private void checkPrevious(Pool pool, User user, @Nullable String previous) {
        KeptPassword present = user.password();
        if (present != null
                && (previous == null || !passwords.matches(present, pool.shortName(), user.username(), previous))) {
            throw new NotAuthorizedException(Texts.INCORRECT);
        }
    }

    private User change(Tx tx, Pool pool, User seen, NewPasswords.Ready ready) {
        User user = users.reload(tx, seen);
        if (user == null) {
            throw new UserNotFoundException(Texts.ADMIN_NO_SUCH_USER);
        }
        if (!user.enabled()) {
            throw new NotAuthorizedException(Texts.DISABLED);
        }
        User changed = newPasswords.give(tx, pool, user, CAUSE, ready);
        if (changed == null) {
            // Another password came in between, so what was proved is not the present one.
            throw new NotAuthorizedException(Texts.INCORRECT);
        }
        return changed;
    }
}
