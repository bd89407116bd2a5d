package dev.cognate.directory;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.ManyRows;
import dev.cognate.store.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code user_names}, whose key makes each name one user's. */
final class NamesTable {
    /** How many names one query asks for. */
    private static final int ASKED_TOGETHER = 250;

    private NamesTable() {}

    /** Gives the user the name; false when another user holds it already. */
    static boolean claim(Tx tx, PoolId pool, String name, NameKind kind, Sub sub) {
        int added = tx.update(
                "INSERT INTO user_names (pool_id, name, kind, sub) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                pool.value(),
                name,
                kind.attribute(),
                sub.value());
        return added > 0 || sub.equals(holder(tx, pool, name, kind));
    }

    static @Nullable Sub holder(Tx tx, PoolId pool, String name, NameKind kind) {
        return tx.first(
                "SELECT sub FROM user_names WHERE pool_id = ? AND name = ? AND kind = ?",
                row -> new Sub(row.string(1)),
                pool.value(),
                name,
                kind.attribute());
    }

    /** A name as it is compared, and what kind of name it is. */
    record Name(String folded, NameKind kind) {}

    /** A name and who has it. */
    record Held(Name name, Sub sub) {}

    /** Those of the names that somebody has. */
    static Set<Name> held(Tx tx, PoolId pool, Set<String> names) {
        Set<Name> held = new HashSet<>();
        List<String> all = List.copyOf(names);
        for (int i = 0; i < all.size(); i += ASKED_TOGETHER) {
            List<String> some = all.subList(i, Math.min(all.size(), i + ASKED_TOGETHER));
            List<Object> parameters = new ArrayList<>(some.size() + 1);
            parameters.add(pool.value());
            parameters.addAll(some);
            held.addAll(tx.list(
                    "SELECT name, kind FROM user_names WHERE pool_id = ? AND name IN (?" + ", ?".repeat(some.size() - 1)
                            + ")",
                    row -> new Name(row.string(1), NameKind.of(row.string(2))),
                    parameters.toArray()));
        }
        return held;
    }

    /** Adds names that nobody has, in the order of their key: neighbours then share pages. */
    static void insertAll(Tx tx, PoolId pool, List<Held> names) {
        ManyRows.insert(
                tx,
                "user_names (pool_id, name, kind, sub)",
                names.stream()
                        .sorted(Comparator.comparing(each -> each.name().folded()))
                        .map(each -> new @Nullable Object[] {
                            pool.value(),
                            each.name().folded(),
                            each.name().kind().attribute(),
                            each.sub().value()
                        })
                        .toList());
    }

    static void release(Tx tx, PoolId pool, String name, NameKind kind) {
        tx.update(
                "DELETE FROM user_names WHERE pool_id = ? AND name = ? AND kind = ?",
                pool.value(),
                name,
                kind.attribute());
    }

    /** Takes a name away from its holder, if that is this user. */
    static void release(Tx tx, PoolId pool, String name, NameKind kind, Sub sub) {
        tx.update(
                "DELETE FROM user_names WHERE pool_id = ? AND name = ? AND kind = ? AND sub = ?",
                pool.value(),
                name,
                kind.attribute(),
                sub.value());
    }

    static void releaseAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM user_names WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }
}
