package dev.cognate.directory;

import dev.cognate.store.Tx;
import java.util.Set;

/** The table {@code user_search}: the attributes by which users can be listed. */
final class SearchTable {
    /** The attributes of a filter that are kept here (lifecycle F12); the others are columns of {@code users}. */
    static final Set<String> ATTRIBUTES =
            Set.of("email", "phone_number", "name", "given_name", "family_name", "preferred_username");

    private SearchTable() {}

    static void add(Tx tx, User user) {
        user.attributes().forEach((name, value) -> {
            if (ATTRIBUTES.contains(name)) {
                tx.update(
                        "INSERT INTO user_search (pool_id, attribute, value, sub) VALUES (?, ?, ?, ?)",
                        user.pool().value(),
                        name,
                        value,
                        user.sub().value());
            }
        });
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
