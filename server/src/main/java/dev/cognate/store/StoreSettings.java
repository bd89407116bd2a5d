package dev.cognate.store;

/**
 * How a store works; what does not concern a database is ignored by it.
 *
 * @param groupCommit SQLite: whether closures that wait together share one commit; one commit for each otherwise
 * @param batchLimit SQLite: the number of closures that share a commit at most, 1 or more
 * @param connections the number of connections that read at a time, and on PostgreSQL also of those that write; 0 for
 *     the default: two for each processor but at least four (SQLite), sixteen (PostgreSQL)
 * @param maxBytes SQLite: how large the data file may grow, rounded down to whole pages of 4,096 bytes; writes fail
 *     beyond it as on a full disk; 0 for no limit
 */
public record StoreSettings(boolean groupCommit, int batchLimit, int connections, long maxBytes) {

    /** Refuses numbers outside their range. */
    public StoreSettings {
        if (batchLimit < 1 || connections < 0 || maxBytes < 0) {
            throw new IllegalArgumentException("A setting of the store is out of range");
        }
    }

    /** What is right for production: group commit of up to 256 closures, default connections, no limit of size. */
    public static StoreSettings defaults() {
        return new StoreSettings(true, 256, 0, 0);
    }

    /** The same with group commit switched on or off. */
    public StoreSettings withGroupCommit(boolean on) {
        return new StoreSettings(on, batchLimit, connections, maxBytes);
    }

    /** The same with another number of connections. */
    public StoreSettings withConnections(int number) {
        return new StoreSettings(groupCommit, batchLimit, number, maxBytes);
    }

    /** The same with another limit of the data file's size. */
    public StoreSettings withMaxBytes(long bytes) {
        return new StoreSettings(groupCommit, batchLimit, connections, bytes);
    }

    /** How many closures may share a commit. */
    int batch() {
        return groupCommit ? batchLimit : 1;
    }

    /** The number of connections, the given one by default. */
    int connectionsOr(int otherwise) {
        return connections > 0 ? connections : otherwise;
    }
}
