package dev.cognate.imports;

import dev.cognate.crypto.KeyRing;
import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The password hashes that came with imported users, sealed. One counts only while its user has no password of the
 * server's own: whatever sets a password ends it. Sign-in by SRP cannot use a foreign hash; the first sign-in that brings
 * the password itself replaces it. Safe for use by many threads. Reference: newer, PasswordHashingAlgorithm.
 */
public final class ImportedHashes {
    private static final String PURPOSE = "imported-hash";

    private final Store store;
    private final KeyRing keys;
    private final Users users;
    private final Passwords passwords;

    ImportedHashes(Imports.Collaborators with) {
        this.store = with.store();
        this.keys = with.keys();
        this.users = with.users();
        this.passwords = with.passwords();
    }

    /** Whether this is the password of an imported user; false for a user without an imported hash. */
    public boolean matches(User user, String password) {
        ForeignHash hash = find(user);
        return hash != null && hash.matches(password);
    }

    /**
     * Replaces the imported hash by a password of the server's own, if this is the password. Of many who sign in at once
     * one replaces it; all of them are right.
     *
     * @return whether this is the password; the user as stored has it from now on
     */
    public boolean replace(Pool pool, User user, String password) {
        ForeignHash hash = find(user);
        if (hash != null && !hash.matches(password)) {
            return false;
        }
        KeptPassword made = hash == null ? null : passwords.keep(pool.shortName(), user.username(), password);
        KeptPassword kept =
                made == null ? store.read(tx -> present(tx, user)) : store.write(tx -> keep(tx, user, made));
        if (kept == null || kept.equals(made)) {
            return kept != null;
        }
        // Another was faster: with the same password, or by setting a new one.
        return passwords.matches(kept, pool.shortName(), user.username(), password);
    }

    /** Gives the user the password, unless there is one by now; the one that the user has then. */
    private @Nullable KeptPassword keep(Tx tx, User user, KeptPassword made) {
        User stored = users.reload(tx, user);
        boolean wasKept = ImportedHashesTable.delete(tx, user.pool(), user.sub());
        if (stored == null || !wasKept || stored.password() != null) {
            return stored == null ? null : stored.password();
        }
        // Nothing that the user would know of has changed, the day of the last change included.
        users.save(tx, stored, stored.withPassword(made, stored.modified()));
        return made;
    }

    private @Nullable KeptPassword present(Tx tx, User user) {
        User stored = users.reload(tx, user);
        return stored == null ? null : stored.password();
    }

    private @Nullable ForeignHash find(User user) {
        if (user.password() != null) {
            return null;
        }
        byte[] sealed = store.read(tx -> ImportedHashesTable.find(tx, user.pool(), user.sub()));
        return sealed == null
                ? null
                : ForeignHash.parse(new String(keys.open(sealed, PURPOSE), StandardCharsets.UTF_8));
    }

    byte[] seal(String hash) {
        return keys.seal(hash.getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    /** Forgets the hash of a user who is deleted. */
    void forget(Tx tx, PoolId pool, Sub sub) {
        ImportedHashesTable.delete(tx, pool, sub);
    }
}
