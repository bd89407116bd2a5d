package dev.cognate.directory;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.UserStatus;
import dev.cognate.store.Tx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Pages of users. A page begins after the last user of the one before, in the order of a key, so that users who come and
 * go in between neither repeat nor hide others. Every filter walks an index; its cost does not grow with the pool.
 */
public final class UserPages {
    private static final String SELECT = "SELECT " + UsersTable.COLUMNS + " FROM users u WHERE u.pool_id = ? ";

    /** Greater than every text that begins alike: the last code point there is. */
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    private UserPages() {}

    /**
     * The next users.
     *
     * @param after the value (of the filter's attribute) and the sub that the page before ended with; null for the first
     * @param most how many
     */
    public static List<User> page(Tx tx, PoolId pool, @Nullable UserFilter filter, @Nullable Position after, int most) {
        if (filter == null) {
            return bySub(tx, pool, "", after, most);
        }
        String last = filter.prefix() ? filter.value() + LAST : filter.value();
        return switch (filter.attribute()) {
            case UserFilter.SUB -> bySub(tx, pool, "AND u.sub >= ? AND u.sub <= ?", after, most, filter.value(), last);
            case UserFilter.USERNAME -> byUsername(tx, pool, filter.value(), last, after, most);
            case UserFilter.STATUS -> byStatus(tx, pool, statuses(filter), after, most);
            case UserFilter.ENABLED -> byEnabled(tx, pool, filter, after, most);
            default -> byAttribute(tx, pool, filter, last, after, most);
        };
    }

    /**
     * Where a page ended.
     *
     * @param value the value of the filter's attribute; empty where users are ordered by sub alone
     * @param sub the sub
     */
    public record Position(String value, String sub) {
        private static final char BETWEEN = '\n';

        public static Position decode(String text) {
            int between = text.lastIndexOf(BETWEEN);
            return new Position(text.substring(0, between), text.substring(between + 1));
        }

        public String encode() {
            return value + BETWEEN + sub;
        }

        /** The position behind a user of a page. */
        public static Position behind(User user, @Nullable UserFilter filter) {
            String value = "";
            if (filter != null && filter.attribute().equals(UserFilter.USERNAME)) {
                value = user.username();
            } else if (filter != null && SearchTable.ATTRIBUTES.contains(filter.attribute())) {
                value = String.valueOf(user.attribute(filter.attribute()));
            }
            return new Position(value, user.sub().value());
        }
    }

    private static List<User> bySub(
            Tx tx, PoolId pool, String condition, @Nullable Position after, int most, String... values) {
        List<@Nullable Object> parameters = new ArrayList<>();
        parameters.add(pool.value());
        parameters.addAll(Arrays.asList(values));
        parameters.add(after == null ? "" : after.sub());
        parameters.add(most);
        return tx.list(
                SELECT + condition + " AND u.sub > ? ORDER BY u.sub LIMIT ?", UsersTable::read, parameters.toArray());
    }

    private static List<User> byUsername(
            Tx tx, PoolId pool, String first, String last, @Nullable Position after, int most) {
        return tx.list(
                SELECT + """
                        AND u.username >= ? AND u.username <= ? AND (u.username, u.sub) > (?, ?)
                        ORDER BY u.username, u.sub LIMIT ?""",
                UsersTable::read,
                pool.value(),
                first,
                last,
                after == null ? "" : after.value(),
                after == null ? "" : after.sub(),
                most);
    }

    private static List<User> byAttribute(
            Tx tx, PoolId pool, UserFilter filter, String last, @Nullable Position after, int most) {
        return tx.list(
                "SELECT " + UsersTable.COLUMNS + """
                         FROM user_search s JOIN users u ON u.pool_id = s.pool_id AND u.sub = s.sub
                        WHERE s.pool_id = ? AND s.attribute = ? AND s.value >= ? AND s.value <= ?
                            AND (s.value, s.sub) > (?, ?)
                        ORDER BY s.value, s.sub LIMIT ?""",
                UsersTable::read,
                pool.value(),
                filter.attribute(),
                filter.value(),
                last,
                after == null ? "" : after.value(),
                after == null ? "" : after.sub(),
                most);
    }

    /** One status after the other would break the order by sub; a filter matches one status, at most two. */
    private static List<User> byStatus(
            Tx tx, PoolId pool, List<UserStatus> statuses, @Nullable Position after, int most) {
        if (statuses.isEmpty()) {
            return List.of();
        }
        String marks = "?" + ", ?".repeat(statuses.size() - 1);
        return bySub(
                tx,
                pool,
                "AND u.status IN (" + marks + ")",
                after,
                most,
                statuses.stream().map(UserStatus::name).toArray(String[]::new));
    }

    private static List<UserStatus> statuses(UserFilter filter) {
        String wanted = filter.value().toUpperCase(Locale.ROOT);
        return Arrays.stream(UserStatus.values())
                .filter(status -> filter.prefix()
                        ? status.name().startsWith(wanted)
                        : status.name().equals(wanted))
                .toList();
    }

    private static List<User> byEnabled(Tx tx, PoolId pool, UserFilter filter, @Nullable Position after, int most) {
        boolean enabled = matches(filter, "Enabled");
        boolean disabled = matches(filter, "Disabled");
        if (enabled && disabled) {
            return bySub(tx, pool, "", after, most);
        }
        if (!enabled && !disabled) {
            return List.of();
        }
        return tx.list(
                SELECT + "AND u.enabled = ? AND u.sub > ? ORDER BY u.sub LIMIT ?",
                UsersTable::read,
                pool.value(),
                enabled,
                after == null ? "" : after.sub(),
                most);
    }

    private static boolean matches(UserFilter filter, String value) {
        return filter.prefix() ? value.startsWith(filter.value()) : value.equals(filter.value());
    }
}
