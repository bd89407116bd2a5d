package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code user_groups}. */
final class GroupsTable {
    static final String COLUMNS =
            "g.pool_id, g.group_id, g.name, g.description, g.role_arn, g.precedence, g.created_at, g.modified_at";

    private GroupsTable() {}

    /** Adds a group; false when there is one of that name. */
    static boolean insert(Tx tx, Group group) {
        return tx.update(
                        """
                        INSERT INTO user_groups
                            (pool_id, name, group_id, description, role_arn, precedence, created_at, modified_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        group.pool().value(),
                        group.name(),
                        group.id(),
                        group.description(),
                        group.roleArn(),
                        group.precedence(),
                        group.created(),
                        group.modified())
                > 0;
    }

    static void update(Tx tx, Group group) {
        tx.update(
                """
                UPDATE user_groups SET description = ?, role_arn = ?, precedence = ?, modified_at = ?
                WHERE pool_id = ? AND name = ?""",
                group.description(),
                group.roleArn(),
                group.precedence(),
                group.modified(),
                group.pool().value(),
                group.name());
    }

    static void delete(Tx tx, Group group) {
        tx.update(
                "DELETE FROM user_groups WHERE pool_id = ? AND name = ?",
                group.pool().value(),
                group.name());
    }

    static @Nullable Group find(Tx tx, PoolId pool, String name) {
        return tx.first(
                "SELECT " + COLUMNS + " FROM user_groups g WHERE g.pool_id = ? AND g.name = ?",
                GroupsTable::read,
                pool.value(),
                name);
    }

    /** The groups behind a name, by name. */
    static List<Group> page(Tx tx, PoolId pool, String after, int most) {
        return tx.list(
                "SELECT " + COLUMNS + " FROM user_groups g WHERE g.pool_id = ? AND g.name > ? ORDER BY g.name LIMIT ?",
                GroupsTable::read,
                pool.value(),
                after,
                most);
    }

    static long count(Tx tx, PoolId pool) {
        return tx.list("SELECT COUNT(*) FROM user_groups WHERE pool_id = ?", row -> row.number(1), pool.value())
                .getFirst();
    }

    static Group read(Row row) {
        String precedence = row.nullableString(6);
        return new Group(
                new PoolId(row.string(1)),
                row.string(2),
                row.string(3),
                row.nullableString(4),
                row.nullableString(5),
                precedence == null ? null : Integer.valueOf(precedence),
                row.instant(7),
                row.instant(8));
    }
}
