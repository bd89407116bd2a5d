package dev.cognate.passwords;

import dev.cognate.codes.CodeKind;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.ModelForm;
import dev.cognate.directory.StatusChange;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.InvalidPasswordException;
import dev.cognate.wire.fault.PasswordHistoryPolicyViolationException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives users new passwords. What takes long (an exponentiation for the new password and for each that it must not be
 * again) is done before the transaction that stores it; the transaction notices when another password came in between.
 * Reference: lifecycle C5, C6.
 */
public final class NewPasswords {
    private final Store store;
    private final Users users;
    private final Passwords passwords;
    private final TemporaryPasswords temporary;
    private final Codes codes;
    private final Randomness randomness;
    private final InstantSource clock;

    /** New passwords for users of one store. */
    public NewPasswords(Collaborators with) {
        this.store = with.store;
        this.users = with.users;
        this.passwords = with.passwords;
        this.temporary = with.temporary;
        this.codes = with.codes;
        this.randomness = with.randomness;
        this.clock = with.clock;
    }

    /** What it works with. */
    public record Collaborators(
            Store store,
            Users users,
            Passwords passwords,
            TemporaryPasswords temporary,
            Codes codes,
            Randomness randomness,
            InstantSource clock) {}

    /**
     * A password that is ready to be stored.
     *
     * @param password what will be stored
     * @param replaced what it was checked against; null for a user without a password
     */
    public record Ready(KeptPassword password, @Nullable KeptPassword replaced) {}

    /**
     * Accepts a password that the user will keep.
     *
     * @throws InvalidParameterException it has not the form of passwords in requests
     * @throws InvalidPasswordException the policy refuses it
     * @throws PasswordHistoryPolicyViolationException the user has it, or had it not long ago
     */
    public Ready accept(Pool pool, User user, String password) {
        ModelForm.PASSWORD.require(password);
        checkPolicy(pool, password);
        checkHistory(pool, user, password);
        return prepare(pool, user, password);
    }

    /**
     * Accepts a temporary password, which no history refuses.
     *
     * @throws InvalidPasswordException the policy refuses it
     */
    public Ready acceptTemporary(Pool pool, User user, String password) {
        checkPolicy(pool, password);
        return prepare(pool, user, password);
    }

    /** Takes a password that was generated, or checked by the caller. */
    public Ready prepare(Pool pool, User user, String password) {
        return new Ready(passwords.keep(pool.shortName(), user.username(), password), user.password());
    }

    /**
     * Stores the password, with the status that follows. Codes to set another one are dead.
     *
     * @param user as it stands in this transaction
     * @param cause must be allowed
     * @return the user as stored; null, with nothing changed, when the user's password is not the one any more that the
     *     new one was checked against
     */
    public @Nullable User give(Tx tx, Pool pool, User user, StatusChange.Step cause, Ready ready) {
        if (!KeptPassword.same(user.password(), ready.replaced)) {
            return null;
        }
        Instant now = clock.instant();
        User changed = user.after(cause, now).withPassword(ready.password, now);
        remember(tx, pool, user);
        if (changed.status() == UserStatus.FORCE_CHANGE_PASSWORD) {
            temporary.begin(tx, pool, user.sub());
        } else {
            temporary.end(tx, user.pool(), user.sub());
        }
        users.save(tx, user, changed);
        codes.consume(tx, codes.of(user.pool(), user.sub(), CodeKind.PASSWORD_RESET));
        return changed;
    }

    /** Forgets what is kept of the passwords of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        PasswordsTable.trimFormer(tx, pool, sub, 0);
        PasswordsTable.deleteTemporary(tx, pool, sub);
    }

    private static void checkPolicy(Pool pool, String password) {
        String complaint = PasswordPolicy.of(pool.passwordPolicy()).complaint(password);
        if (complaint != null) {
            throw new InvalidPasswordException(Texts.POLICY_PREFIX + complaint);
        }
    }

    private void checkHistory(Pool pool, User user, String password) {
        int size = pool.passwordHistory();
        if (size == 0) {
            return;
        }
        KeptPassword present = permanent(user);
        int former = present == null ? size : size - 1;
        List<KeptPassword> refused =
                new ArrayList<>(store.read(tx -> PasswordsTable.former(tx, user.pool(), user.sub(), former)));
        if (present != null) {
            refused.add(present);
        }
        if (refused.stream().anyMatch(each -> is(each, pool, user, password))) {
            throw new PasswordHistoryPolicyViolationException(Texts.USED_BEFORE);
        }
    }

    private boolean is(KeptPassword kept, Pool pool, User user, String password) {
        return passwords.matches(kept, pool.shortName(), user.username(), password);
    }

    /** The present password joins the former ones, as far as the pool wants them; a temporary one never does. */
    private void remember(Tx tx, Pool pool, User user) {
        int kept = pool.passwordHistory();
        KeptPassword present = permanent(user);
        if (kept > 0 && present != null) {
            PasswordsTable.addFormer(tx, user.pool(), user.sub(), randomness.uuid(), present);
        }
        PasswordsTable.trimFormer(tx, user.pool(), user.sub(), kept);
    }

    /** The user's password, null when there is none or a temporary one. */
    private static @Nullable KeptPassword permanent(User user) {
        return user.status() == UserStatus.FORCE_CHANGE_PASSWORD ? null : user.password();
    }
}
