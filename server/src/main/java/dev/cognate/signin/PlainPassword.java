package dev.cognate.signin;

import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.Migration;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.Sub;
import dev.cognate.imports.ImportedHashes;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UserNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Whether a password as it was typed is the user's. A name without a user costs what a wrong password does. Reference:
 * auth 3 steps 9 to 12, 4.2, 13.
 */
final class PlainPassword {
    private final Store store;
    private final Users users;
    private final Passwords passwords;
    private final ImportedHashes imported;
    private final Migration migration;
    private final Entrance entrance;
    private final Lockout lockout;
    private final Guard guard;

    PlainPassword(Ground ground, Entrance entrance, Guard guard) {
        Signin.Collaborators with = ground.with();
        this.store = with.store();
        this.users = with.users();
        this.passwords = with.passwords();
        this.imported = with.imported();
        this.migration = with.migration();
        this.entrance = entrance;
        this.lockout = ground.lockout();
        this.guard = guard;
    }

    /**
     * The user whose password this is. The lock is to be looked at again when the sign-in is stored.
     *
     * @throws Fault it is not, or tries are used up for now; that is counted
     */
    User require(Step step, Claimant claimant, String password) {
        lockout.requireOpen(step.pool().id(), claimant.id());
        return switch (claimant) {
            case Claimant.Known(User user) -> require(step, user, password);
            case Claimant.Unknown unknown -> {
                passwords
                        .nobodys(step.pool().id(), unknown.id())
                        .matches(step.pool().shortName(), "", password);
                throw wrong(step, unknown.id(), noSuchUser(step));
            }
        };
    }

    /**
     * The same at the beginning of a sign-in, where a user whom the pool does not have may come from its function.
     *
     * @throws Fault as {@link #require}, or the function fails
     */
    User requireOrMigrate(Step step, Claimant claimant, String password) {
        return claimant instanceof Claimant.Unknown unknown && migration.isFor(step.pool(), unknown.name(), password)
                ? migrate(step, unknown, password)
                : require(step, claimant, password);
    }

    private User require(Step step, User user, String password) {
        User stored = matching(step.pool(), user, password);
        if (stored == null) {
            throw wrong(step, user.sub(), incorrect());
        }
        lockout.requireOpen(user.pool(), user.sub());
        guard.requireGoodPassword(step, stored, password);
        return stored;
    }

    /** The user as stored, null when the password is another. */
    private @Nullable User matching(Pool pool, User user, String password) {
        KeptPassword kept = user.password();
        if (kept != null) {
            return passwords.matches(kept, pool.shortName(), user.username(), password) ? user : null;
        }
        if (imported.matches(user, password) && imported.replace(pool, user, password)) {
            return store.read(tx -> users.reload(tx, user));
        }
        // Whoever has no password is as slow to refuse as others.
        passwords.nobodys(pool.id(), user.sub()).matches(pool.shortName(), user.username(), password);
        return null;
    }

    private User migrate(Step step, Claimant.Unknown unknown, String password) {
        lockout.requireOpen(step.pool().id(), unknown.id());
        Lookup lookup = migration.signIn(
                step.client(),
                new Migration.Typed(unknown.name(), password, step.validationData(), step.clientMetadata()),
                username -> passwords.keep(step.pool().shortName(), username, password),
                step.call());
        return switch (lookup) {
            case Lookup.Found(User user) -> {
                entrance.admitMigrated(step, user);
                // Somebody else may have brought the user in meanwhile, with another password.
                yield require(step, user, password);
            }
            case Lookup.Absent _ -> throw wrong(step, unknown.id(), notMigrated(step));
        };
    }

    /** Where everybody may know who exists, names without a user are not worth a count. */
    private Fault wrong(Step step, Sub sub, Fault refusal) {
        return refusal instanceof UserNotFoundException
                ? refusal
                : lockout.wrong(step.pool().id(), sub, refusal);
    }

    private static Fault noSuchUser(Step step) {
        return step.client().concealsUsers() ? incorrect() : Entrance.noSuchUser();
    }

    private static Fault notMigrated(Step step) {
        return step.client().concealsUsers()
                ? incorrect()
                : new UserNotFoundException(Texts.notMigrated(step.client().id()));
    }

    static Fault incorrect() {
        return new NotAuthorizedException(Texts.INCORRECT);
    }
}
