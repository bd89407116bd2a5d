package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.domain.UserStatus;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.PasswordResetRequiredException;
import dev.cognate.wire.fault.UserNotConfirmedException;
import org.jspecify.annotations.Nullable;

/** Whether a user may sign in at all, whatever it proves. Reference: auth 3 step 10. */
final class Standing {
    private final Store store;
    private final TemporaryPasswords temporary;

    Standing(Store store, TemporaryPasswords temporary) {
        this.store = store;
        this.temporary = temporary;
    }

    /**
     * Refuses who may not sign in.
     *
     * @throws Fault the user may not
     */
    void require(User user) {
        Fault refusal = store.read(tx -> refusal(tx, user));
        if (refusal != null) {
            throw refusal;
        }
    }

    /**
     * The same for a way of signing in that confirms the user.
     *
     * @throws Fault the user may not
     */
    void requireButUnconfirmed(User user) {
        Fault refusal = store.read(tx -> refusalButUnconfirmed(tx, user));
        if (refusal != null) {
            throw refusal;
        }
    }

    /**
     * Refuses who may not begin to sign in, in words that the client may hear. One that conceals who exists is not told of
     * users who have yet to set their first password, such as imported ones: to it they are a wrong password. Reference:
     * lifecycle F4, H.
     *
     * @throws Fault the user may not
     */
    void requireOf(Client client, User user) {
        requireHeardOf(client, user);
        require(user);
    }

    /**
     * The same for a way of signing in that confirms the user.
     *
     * @throws Fault the user may not
     */
    void requireButUnconfirmedOf(Client client, User user) {
        requireHeardOf(client, user);
        requireButUnconfirmed(user);
    }

    private static void requireHeardOf(Client client, User user) {
        boolean hasYetToSetAPassword = user.status() == UserStatus.RESET_REQUIRED && user.password() == null;
        if (client.concealsUsers() && user.enabled() && hasYetToSetAPassword) {
            throw new NotAuthorizedException(Texts.INCORRECT);
        }
    }

    /** Why a user may not sign in, null for no reason. */
    @Nullable Fault refusal(Tx tx, User user) {
        Fault refusal = refusalButUnconfirmed(tx, user);
        return refusal == null && user.status() == UserStatus.UNCONFIRMED
                ? new UserNotConfirmedException(Texts.NOT_CONFIRMED)
                : refusal;
    }

    /** The same for a way of signing in that confirms the user. */
    @Nullable Fault refusalButUnconfirmed(Tx tx, User user) {
        if (!user.enabled()) {
            return new NotAuthorizedException(Texts.DISABLED);
        }
        return switch (user.status()) {
            case RESET_REQUIRED -> new PasswordResetRequiredException(Texts.RESET_REQUIRED);
            case FORCE_CHANGE_PASSWORD ->
                temporary.hasExpired(tx, user) ? new NotAuthorizedException(Texts.TEMPORARY_EXPIRED) : null;
            case EXTERNAL_PROVIDER -> new NotAuthorizedException(Texts.INCORRECT);
            case UNCONFIRMED, CONFIRMED -> null;
        };
    }
}
