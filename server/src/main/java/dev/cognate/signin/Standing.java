package dev.cognate.signin;

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
