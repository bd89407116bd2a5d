package dev.cognate.groups;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;

/**
 * The memberships that a deleted group leaves behind; they are cleared away in small transactions, so that no other write
 * waits long, however many members the group had.
 */
final class Leftovers {
    /** Rows for each transaction: a few milliseconds of the writer's time. */
    private static final int BATCH = 500;

    private final Store store;

    Leftovers(Store store) {
        this.store = store;
    }

    /** Clears what is left of one group; does nothing while the group exists. */
    void clear(PoolId pool, String groupId) {
        int removed;
        do {
            removed = store.write(tx -> MembersTable.clear(tx, pool, groupId, BATCH));
        } while (removed == BATCH);
    }

    /** Clears what is left of every group that does not exist; returns how many groups that were. */
    int clearAll() {
        int cleared = 0;
        MembersTable.Left at = new MembersTable.Left(new PoolId(""), "", true);
        while (true) {
            MembersTable.Left behind = at;
            var next = store.read(tx -> MembersTable.next(tx, behind));
            if (next.isEmpty()) {
                return cleared;
            }
            at = next.getFirst();
            if (!at.exists()) {
                clear(at.pool(), at.groupId());
                cleared++;
            }
        }
    }
}
