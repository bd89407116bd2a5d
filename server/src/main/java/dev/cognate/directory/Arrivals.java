package dev.cognate.directory;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Adds many users in one transaction with a handful of statements, to the same effect as adding them one after the other:
 * of two who want one name the first gets it.
 */
public final class Arrivals {
    private final Users users;

    /** Adds to the directory. */
    public Arrivals(Users users) {
        this.users = users;
    }

    /**
     * Adds those whose names are free.
     *
     * @return for each newcomer, in order, null when it was added; otherwise the kind of name that another user has
     */
    public List<@Nullable NameKind> add(Tx tx, Pool pool, List<NewUser> newcomers) {
        Set<NamesTable.Name> held = NamesTable.held(tx, pool.id(), wanted(pool, newcomers));
        List<@Nullable NameKind> refusals = new ArrayList<>(newcomers.size());
        List<User> added = new ArrayList<>(newcomers.size());
        List<NamesTable.Held> names = new ArrayList<>(newcomers.size());
        for (NewUser newcomer : newcomers) {
            NameKind taken = taken(tx, pool, newcomer, held);
            refusals.add(taken);
            if (taken == null) {
                added.add(newcomer.user());
                newcomer.names().forEach((kind, name) -> {
                    NamesTable.Name claimed = new NamesTable.Name(Users.folded(pool, name), kind);
                    held.add(claimed);
                    names.add(new NamesTable.Held(claimed, newcomer.user().sub()));
                });
            }
        }
        UsersTable.insertAll(tx, added);
        NamesTable.insertAll(tx, pool.id(), names);
        SearchTable.addAll(tx, added);
        return refusals;
    }

    /** Makes users who are stored already findable by their attributes, as {@link #add} does for those it adds. */
    public static void list(Tx tx, PoolId pool, Map<Sub, Map<String, String>> attributes) {
        SearchTable.addAll(tx, pool, attributes);
    }

    private @Nullable NameKind taken(Tx tx, Pool pool, NewUser newcomer, Set<NamesTable.Name> held) {
        for (Map.Entry<NameKind, String> name : newcomer.names().entrySet()) {
            if (held.contains(new NamesTable.Name(Users.folded(pool, name.getValue()), name.getKey()))) {
                return name.getKey();
            }
        }
        // A name that is another user's id would find its bearer first wherever that id is looked up.
        String username = newcomer.user().username();
        boolean isOwnId = username.equals(newcomer.user().sub().value());
        return !isOwnId && users.isSub(tx, pool, username) ? NameKind.USERNAME : null;
    }

    private static Set<String> wanted(Pool pool, List<NewUser> newcomers) {
        Set<String> wanted = new HashSet<>();
        newcomers.forEach(newcomer -> newcomer.names().values().forEach(name -> wanted.add(Users.folded(pool, name))));
        return wanted;
    }
}
