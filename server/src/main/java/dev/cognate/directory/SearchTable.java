package dev.cognate.directory;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.ManyRows;
import dev.cognate.store.Tx;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The table {@code user_search}: the attributes by which users can be listed. */
final class SearchTable {
    /** The attributes of a filter that are kept here (lifecycle F12); the others are columns of {@code users}. */
    static final Set<String> ATTRIBUTES =
            Set.of("email", "phone_number", "name", "given_name", "family_name", "preferred_username");

    private SearchTable() {}

    static void add(Tx tx, User user) {
        addAll(tx, List.of(user));
    }

    /** Adds users of one pool in the order of the key: neighbours then share pages. */
    static void addAll(Tx tx, List<User> users) {
        if (!users.isEmpty()) {
            Map<Sub, Map<String, String>> attributes = new LinkedHashMap<>();
            users.forEach(user -> attributes.put(user.sub(), user.attributes()));
            addAll(tx, users.getFirst().pool(), attributes);
        }
    }

    static void addAll(Tx tx, PoolId pool, Map<Sub, Map<String, String>> users) {
        List<String[]> rows = new ArrayList<>();
        users.forEach((sub, attributes) -> attributes.forEach((name, value) -> {
            if (ATTRIBUTES.contains(name)) {
                rows.add(new String[] {pool.value(), name, value, sub.value()});
            }
        }));
        rows.sort(Comparator.comparing((String[] row) -> row[1]).thenComparing(row -> row[2]));
        ManyRows.insert(
                tx,
                "user_search (pool_id, attribute, value, sub)",
                rows.stream().<@Nullable Object[]>map(row -> row).toList());
    }

    static void remove(Tx tx, User user) {
        user.attributes().forEach((name, value) -> {
            if (ATTRIBUTES.contains(name)) {
                tx.update(
                        "DELETE FROM user_search WHERE pool_id = ? AND attribute = ? AND value = ? AND sub = ?",
                        user.pool().value(),
                        name,
                        value,
                        user.sub().value());
            }
        });
    }
}
