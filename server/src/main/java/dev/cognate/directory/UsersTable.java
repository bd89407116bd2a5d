package dev.cognate.directory;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.store.ManyRows;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The table {@code users}. */
final class UsersTable {
    static final String COLUMNS =
            "u.pool_id, u.sub, u.username, u.status, u.enabled, u.attributes, u.verifier, u.created_at, u.modified_at";

    private UsersTable() {}

    static void insert(Tx tx, User user) {
        insertAll(tx, List.of(user));
    }

    static void insertAll(Tx tx, List<User> users) {
        ManyRows.insert(
                tx,
                "users (pool_id, sub, username, status, enabled, attributes, verifier, created_at, modified_at)",
                users.stream().map(UsersTable::row).toList());
    }

    private static @Nullable Object[] row(User user) {
        return new @Nullable Object[] {
            user.pool().value(),
            user.sub().value(),
            user.username(),
            user.status().name(),
            user.enabled(),
            encode(user.attributes()),
            sealed(user),
            user.created(),
            user.modified()
        };
    }

    /**
     * Stores a changed user in place of the one that it was made from, as long as that is what the row holds. Attributes
     * are compared as they are written, so {@link #encode} may never write the same ones in another way.
     *
     * @return false when the row is another by now, or gone
     */
    static boolean update(Tx tx, User before, User after) {
        return tx.update(
                        """
                UPDATE users SET status = ?, enabled = ?, attributes = ?, verifier = ?, modified_at = ?
                WHERE pool_id = ? AND sub = ? AND status = ? AND enabled = ? AND attributes = ?
                AND verifier IS NOT DISTINCT FROM ? AND modified_at = ?""",
                        after.status().name(),
                        after.enabled(),
                        encode(after.attributes()),
                        sealed(after),
                        after.modified(),
                        before.pool().value(),
                        before.sub().value(),
                        before.status().name(),
                        before.enabled(),
                        encode(before.attributes()),
                        sealed(before),
                        before.modified())
                == 1;
    }

    static boolean delete(Tx tx, PoolId pool, Sub sub) {
        return tx.update("DELETE FROM users WHERE pool_id = ? AND sub = ?", pool.value(), sub.value()) > 0;
    }

    static @Nullable User bySub(Tx tx, PoolId pool, Sub sub) {
        return tx.first(
                "SELECT " + COLUMNS + " FROM users u WHERE u.pool_id = ? AND u.sub = ?",
                UsersTable::read,
                pool.value(),
                sub.value());
    }

    static List<User> bySubs(Tx tx, PoolId pool, List<Sub> subs) {
        String marks = "?" + ", ?".repeat(subs.size() - 1);
        return tx.list(
                "SELECT " + COLUMNS + " FROM users u WHERE u.pool_id = ? AND u.sub IN (" + marks + ") ORDER BY u.sub",
                UsersTable::read,
                Stream.concat(Stream.of(pool.value()), subs.stream().map(Sub::value))
                        .toArray());
    }

    static @Nullable User first(Tx tx, PoolId pool) {
        return tx.first(
                "SELECT " + COLUMNS + " FROM users u WHERE u.pool_id = ? ORDER BY u.sub LIMIT 1",
                UsersTable::read,
                pool.value());
    }

    /** The users that have this name, with the kind of name it is to each; at most one for each kind. */
    static List<Named> byName(Tx tx, PoolId pool, String name) {
        return tx.list(
                "SELECT " + COLUMNS + """
                        , n.kind FROM user_names n JOIN users u ON u.pool_id = n.pool_id AND u.sub = n.sub
                        WHERE n.pool_id = ? AND n.name = ?""",
                row -> new Named(read(row), NameKind.of(row.string(10))),
                pool.value(),
                name);
    }

    /** A user with the kind of name that found it. */
    record Named(User user, NameKind kind) {}

    static User read(Row row) {
        return new User(
                new PoolId(row.string(1)),
                new Sub(row.string(2)),
                row.string(3),
                UserStatus.valueOf(row.string(4)),
                row.bool(5),
                decode(row.string(6)),
                kept(row.nullableBytes(7)),
                row.instant(8),
                row.instant(9));
    }

    private static byte @Nullable [] sealed(User user) {
        KeptPassword password = user.password();
        return password == null ? null : password.sealed();
    }

    private static @Nullable KeptPassword kept(byte @Nullable [] sealed) {
        return sealed == null ? null : new KeptPassword(sealed);
    }

    private static String encode(Map<String, String> attributes) {
        return JsonOutput.text(out -> {
            out.beginObject();
            attributes.forEach(out::member);
            out.endObject();
        });
    }

    private static Map<String, String> decode(String json) {
        return JsonInput.decodeStored(json, (in, at, violations) -> {
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String name = in.nextMember(); name != null; name = in.nextMember()) {
                String value = in.string();
                if (value != null) {
                    attributes.put(name, value);
                }
            }
            return attributes;
        });
    }
}
