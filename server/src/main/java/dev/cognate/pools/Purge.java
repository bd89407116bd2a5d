package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Clears away what a deleted pool leaves behind: users, names, codes, events and messages. Works in small transactions,
 * so that no other write waits long, however many users the pool had. Stopped at any point, it can begin again.
 */
final class Purge {
    /** Rows for each transaction: a few milliseconds of the writer's time. */
    private static final int BATCH = 500;

    private final Store store;

    Purge(Store store) {
        this.store = store;
    }

    /** Clears what a pool left behind; does nothing while the pool exists. */
    void pool(PoolId id) {
        for (Belongings.Table table : Belongings.Table.values()) {
            int removed;
            do {
                removed = store.write(tx -> Belongings.delete(tx, table, id, BATCH));
            } while (removed == BATCH);
        }
        for (Belongings.Messages table : Belongings.Messages.values()) {
            messages(table, id);
        }
    }

    private void messages(Belongings.Messages table, PoolId id) {
        String after = "";
        while (true) {
            String position = after;
            List<String> batch = store.read(tx -> Belongings.messages(tx, table, id, position, BATCH));
            if (batch.isEmpty()) {
                return;
            }
            store.write(tx -> {
                Belongings.delete(tx, table, id, batch);
                return batch.size();
            });
            after = batch.getLast();
        }
    }

    /** Clears what is left of every pool that does not exist; returns how many pools that were. */
    int orphans() {
        Set<String> orphans = store.read(tx -> {
            Set<String> pools = new TreeSet<>();
            for (Belongings.Table table : Belongings.Table.values()) {
                pools.addAll(Belongings.orphans(tx, table));
            }
            for (Belongings.Messages table : Belongings.Messages.values()) {
                pools.addAll(Belongings.orphans(tx, table));
            }
            return pools;
        });
        orphans.forEach(id -> pool(new PoolId(id)));
        return orphans.size();
    }
}
