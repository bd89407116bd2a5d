package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import java.util.List;

/**
 * The table {@code group_members}. A row whose group does not exist is what is left of one that was deleted: it counts
 * nowhere, and is cleared away.
 */
final class MembersTable {
    private static final String OF_USER =
            " FROM group_members m JOIN user_groups g ON g.pool_id = m.pool_id AND g.group_id = m.group_id"
                    + " WHERE m.pool_id = ? AND m.sub = ?";

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
        return tx.list("SELECT COUNT(*)" + OF_USER, row -> row.number(1), pool.value(), sub.value())
                .getFirst();
    }

    /** The groups of a user behind a place in the order of precedence and name. */
    static List<Group> groups(Tx tx, PoolId pool, Sub sub, Place after, int most) {
        return tx.list(
                "SELECT " + GroupsTable.COLUMNS + OF_USER + " AND (" + RANK + ", g.name) > (?, ?) ORDER BY " + RANK
                        + ", g.name LIMIT ?",
                GroupsTable::read,
                pool.value(),
                sub.value(),
                after.rank(),
                after.name(),
                most);
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
