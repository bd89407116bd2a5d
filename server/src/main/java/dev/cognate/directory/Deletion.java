package dev.cognate.directory;

import dev.cognate.store.Store;
import java.util.List;

/** Deletes users with everything that belongs to them, in one transaction. Reference: lifecycle E12, F8. */
public final class Deletion {
    private final Store store;
    private final Users users;
    private final List<Belongings> belongings;

    /**
     * Deletion.
     *
     * @param belongings of every room that keeps something of a user
     */
    public Deletion(Store store, Users users, List<Belongings> belongings) {
        this.store = store;
        this.users = users;
        this.belongings = List.copyOf(belongings);
    }

    /**
     * Deletes a user; its username and aliases are free at once.
     *
     * @return false when the user was gone already
     */
    public boolean delete(User user) {
        return store.write(tx -> {
            belongings.forEach(each -> each.forget(tx, user.pool(), user.sub()));
            return users.delete(tx, user);
        });
    }
}
