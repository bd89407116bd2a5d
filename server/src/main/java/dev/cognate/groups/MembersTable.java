package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.util.ArrayList;
import java.util.List;

/**
 * The table {@code group_members}. A row whose group does not exist is what is left of one that was deleted: it counts
 * nowhere, and is cleared away.
 */
final class MembersTable {
    /** A group without a precedence comes behind all others. */
    private static final String RANK = "COALESCE(g.precedence, 2147483648)";

    private MembersTable() {}

    /** Whether the user is in the group. */
    static boolean has(Tx tx, Group group, Sub sub) {
        return tx.first(
                        "SELECT 1 FROM group_members WHERE pool_id = ? AND sub = ? AND group_id = ?",
                        row -> row.number(1),
                        group.pool().value(),
                        sub.value(),
                        group.id())
                != null;
    }

    static void insert(Tx tx, Group group, Sub sub) {
        tx.update(
                "INSERT INTO group_members (pool_id, sub, group_id) VALUES (?, ?, ?)",
                group.pool().value(),
                sub.value(),
                group.id());
    }

    static void delete(Tx tx, Group group, Sub sub) {
        tx.update(
                "DELETE FROM group_members WHERE pool_id = ? AND sub = ? AND group_id = ?",
                group.pool().value(),
                sub.value(),
                group.id());
    }

    static void deleteOf(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM group_members WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    static long count(Tx tx, PoolId pool, Sub sub) {
        return groups(tx, pool, sub, Place.START, Group.MOST_OF_USER).size();
    }

    /**
     * The groups of a user behind a place in the order of precedence and name. Most users are in none, and each
     * sign-in asks: the memberships come first, since a database that begins with the groups looks at all of the
     * pool's. Without a LIMIT, because SQLite then sorts without a table of its own; a user is in few groups.
     */
    static List<Group> groups(Tx tx, PoolId pool, Sub sub, Place after, int most) {
        List<Object> parameters = new ArrayList<>();
        parameters.add(pool.value());
        parameters.addAll(ids(tx, pool, sub));
        int ids = parameters.size() - 1;
        if (ids == 0) {
            return List.of();
        }
        parameters.add(after.rank());
        parameters.add(after.name());
        return tx
                .list(
                        "SELECT " + GroupsTable.COLUMNS + " FROM user_groups g WHERE g.pool_id = ? AND g.group_id IN (?"
                                + ", ?".repeat(ids - 1) + ") AND (" + RANK + ", g.name) > (?, ?) ORDER BY " + RANK
                                + ", g.name",
                        GroupsTable::read,
                        parameters.toArray())
                .stream()
                .limit(most)
                .toList();
    }

    private static List<String> ids(Tx tx, PoolId pool, Sub sub) {
        return tx.list(
                "SELECT group_id FROM group_members WHERE pool_id = ? AND sub = ?",
                row -> row.string(1),
                pool.value(),
                sub.value());
    }

    /** The members of a group behind one, by sub. */
    static List<Sub> members(Tx tx, Group group, String after, int most) {
        return tx.list(
                "SELECT sub FROM group_members WHERE pool_id = ? AND group_id = ? AND sub > ? ORDER BY sub LIMIT ?",
                row -> new Sub(row.string(1)),
                group.pool().value(),
                group.id(),
                after,
                most);
    }

    /** Removes some rows of a group that was deleted, at most so many; returns how many. */
    static int clear(Tx tx, PoolId pool, String groupId, int most) {
        return tx.update("""
                DELETE FROM group_members WHERE (pool_id, sub, group_id) IN (
                    SELECT pool_id, sub, group_id FROM group_members WHERE pool_id = ? AND group_id = ? LIMIT ?)
                AND NOT EXISTS (SELECT 1 FROM user_groups WHERE pool_id = ? AND group_id = ?)""", pool.value(), groupId, most, pool.value(), groupId);
    }

    /** The first group behind one that has rows here, whether or not it exists. */
    static List<Left> next(Tx tx, Left after) {
        return tx.list(
                """
                SELECT m.pool_id, m.group_id, EXISTS (
                    SELECT 1 FROM user_groups g WHERE g.pool_id = m.pool_id AND g.group_id = m.group_id)
                FROM group_members m WHERE (m.pool_id, m.group_id) > (?, ?) ORDER BY m.pool_id, m.group_id LIMIT 1""",
                row -> new Left(new PoolId(row.string(1)), row.string(2), row.bool(3)),
                after.pool().value(),
                after.groupId());
    }

    /** A group of which there are memberships, and whether it still exists. */
    record Left(PoolId pool, String groupId, boolean exists) {}

    /** A place in the order of a user's groups. */
    record Place(long rank, String name) {
        /** Before every group. */
        static final Place START = new Place(-1, "");

        static Place decode(String text) {
            int between = text.indexOf(' ');
            return new Place(Long.parseLong(text.substring(0, between)), text.substring(between + 1));
        }

        static String behind(Group group) {
            return group.rank() + " " + group.name();
        }
    }
}
