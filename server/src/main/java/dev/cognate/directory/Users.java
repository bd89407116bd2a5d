package dev.cognate.directory;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The users of all pools. */
public final class Users {
    private static final Pattern SUB = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Store store;

    /** The users of one store. */
    public Users(Store store) {
        this.store = store;
    }

    /**
     * The user that a request's {@code Username} stands for: the username, an active alias, or the {@code sub}, in this
     * order. Reference: lifecycle A7.
     */
    public Lookup find(Pool pool, String username) {
        User found = store.read(tx -> find(tx, pool, username));
        return found == null ? new Lookup.Absent() : new Lookup.Found(found);
    }

    private static @Nullable User find(Tx tx, Pool pool, String username) {
        return UsersTable.byName(tx, pool.id(), folded(pool, username)).stream()
                .min(Comparator.comparing(UsersTable.Named::kind))
                .map(UsersTable.Named::user)
                .orElseGet(() -> byId(tx, pool, username));
    }

    /** A name that is nobody's takes as long as another: some user is read in the place of the one whom it would find. */
    private static @Nullable User byId(Tx tx, Pool pool, String username) {
        if (isId(username)) {
            return UsersTable.bySub(tx, pool.id(), new Sub(username));
        }
        var _ = anyone(tx, pool.id());
        return null;
    }

    /**
     * An id for a new user: ordered by time, so that neighbours share pages. Not where it is the username, which clients are
     * shown: its time would tell it from one that is invented for a name without a user.
     */
    public static Sub newId(Pool pool, Randomness randomness) {
        return new Sub(pool.usernameAttributes().isEmpty() ? randomness.uuid() : randomness.randomUuid());
    }

    /** Whether the text has the form of an id. */
    public static boolean isId(String text) {
        return SUB.matcher(text).matches();
    }

    /** Whether the text is the id of a user of the pool. */
    public boolean isSub(Tx tx, Pool pool, String text) {
        return isId(text) && UsersTable.bySub(tx, pool.id(), new Sub(text)) != null;
    }

    /** The user as it stands in this transaction, null when it was deleted. */
    public @Nullable User reload(Tx tx, User user) {
        return UsersTable.bySub(tx, user.pool(), user.sub());
    }

    /** The users of these ids, by id; those that do not exist are left out. */
    public List<User> all(Tx tx, PoolId pool, List<Sub> subs) {
        return subs.isEmpty() ? List.of() : UsersTable.bySubs(tx, pool, subs);
    }

    /** The user of an id as it stands in this transaction, null when there is none. */
    public @Nullable User bySub(Tx tx, PoolId pool, Sub sub) {
        return UsersTable.bySub(tx, pool, sub);
    }

    /** The user of this very username, null when nobody has it. */
    public @Nullable User byUsername(Tx tx, Pool pool, String username) {
        Sub sub = holder(tx, pool, NameKind.USERNAME, username);
        return sub == null ? null : UsersTable.bySub(tx, pool.id(), sub);
    }

    /** Some user of the pool, for who must take as long as reading a user takes; null in a pool without users. */
    public static @Nullable User anyone(Tx tx, PoolId pool) {
        return UsersTable.first(tx, pool);
    }

    /** Who holds a name, null for nobody. */
    public @Nullable Sub holder(Tx tx, Pool pool, NameKind kind, String name) {
        return NamesTable.holder(tx, pool.id(), folded(pool, name), kind);
    }

    /** Adds a user; its names are claimed separately. */
    public void add(Tx tx, User user) {
        UsersTable.insert(tx, user);
        SearchTable.add(tx, user);
    }

    /**
     * Stores a changed user.
     *
     * @param before as it stands in this transaction: {@link #reload} it there
     * @throws IllegalStateException it stands otherwise. Storing the change would undo what came in between; whoever runs
     *     into this decided on what it read too early
     */
    public void save(Tx tx, User before, User after) {
        if (!UsersTable.update(tx, before, after)) {
            throw new IllegalStateException("A user was about to be overwritten by a change of an older state");
        }
        if (!before.attributes().equals(after.attributes())) {
            SearchTable.remove(tx, before);
            SearchTable.add(tx, after);
        }
    }

    /**
     * Gives a user a name.
     *
     * @return false when another user of the pool holds it; nothing changes then
     */
    public boolean claim(Tx tx, Pool pool, NameKind kind, String name, Sub sub) {
        return NamesTable.claim(tx, pool.id(), folded(pool, name), kind, sub);
    }

    /**
     * Gives a user a name that another may hold. The former holder keeps the attribute, unverified, and cannot be found
     * by it any more. Reference: lifecycle B3, ForceAliasCreation.
     */
    public void take(Tx tx, Pool pool, NameKind kind, String name, User user) {
        Sub holder = holder(tx, pool, kind, name);
        if (holder != null && !holder.equals(user.sub())) {
            NamesTable.release(tx, pool.id(), folded(pool, name), kind);
            User former = UsersTable.bySub(tx, pool.id(), holder);
            if (former != null) {
                save(tx, former, former.withAttribute(kind.attribute() + "_verified", "false", user.modified()));
            }
        }
        NamesTable.claim(tx, pool.id(), folded(pool, name), kind, user.sub());
    }

    /**
     * Gives a user the names that follow from its changed attributes, and takes away those that no longer do. Nothing
     * changes when one is another user's.
     *
     * @return the kind of a name that another user holds, null when all went well
     */
    public @Nullable NameKind rename(Tx tx, Pool pool, User before, User after) {
        Map<NameKind, String> old = before.names(pool);
        Map<NameKind, String> names = after.names(pool);
        for (Map.Entry<NameKind, String> name : names.entrySet()) {
            if (!isFree(tx, pool, name.getKey(), name.getValue(), after.sub())) {
                return name.getKey();
            }
        }
        old.forEach((kind, name) -> NamesTable.release(tx, pool.id(), folded(pool, name), kind, after.sub()));
        names.forEach((kind, name) -> {
            if (!claim(tx, pool, kind, name, after.sub())) {
                throw new IllegalStateException("A name that this transaction saw free is taken");
            }
        });
        return null;
    }

    /** Whether nobody but this user goes by a name; another user's id is nobody else's name either. */
    public boolean isFree(Tx tx, Pool pool, NameKind kind, String name, Sub sub) {
        Sub holder = holder(tx, pool, kind, name);
        return (holder == null || holder.equals(sub)) && (name.equals(sub.value()) || !isSub(tx, pool, name));
    }

    /**
     * Deletes a user with its names.
     *
     * @return false when the user was gone already
     */
    public boolean delete(Tx tx, User user) {
        User stored = reload(tx, user);
        if (stored == null) {
            return false;
        }
        SearchTable.remove(tx, stored);
        NamesTable.releaseAll(tx, stored.pool(), stored.sub());
        return UsersTable.delete(tx, stored.pool(), stored.sub());
    }

    /** A name as it is compared: in lower case where the pool does not tell cases apart (lifecycle B3). */
    public static String folded(Pool pool, String name) {
        return pool.caseSensitive() ? name : name.toLowerCase(Locale.ROOT);
    }
}
