package dev.cognate.store;

import org.jspecify.annotations.Nullable;

/**
 * Where everything durable lives. Work is a closure that runs inside one transaction; the store may run it again when
 * the database asks for a retry, so a closure changes nothing but the transaction it is given.
 *
 * <p>Safe for use by many threads. Two kinds exist: a SQLite file and PostgreSQL.
 */
public interface Store extends AutoCloseable {

    /**
     * Runs the work in one serializable transaction and returns its result once the commit is durable. Nothing of it
     * remains when the work throws; the exception is passed on unchanged.
     *
     * @throws StoreException the database fails
     */
    <T extends @Nullable Object> T write(Work<T> work);

    /**
     * Runs the work on a snapshot; it cannot change anything.
     *
     * @throws StoreException the database fails
     */
    <T extends @Nullable Object> T read(Work<T> work);

    /**
     * Whether this process alone works with the store: what is marked as under way when it begins was left behind by one
     * that is gone. Where several nodes share a store, only time tells.
     */
    boolean isExclusive();

    @Override
    void close();

    /** What is done in one transaction. The result may be null where {@code T} allows it. */
    @FunctionalInterface
    interface Work<T extends @Nullable Object> {

        /** Does the work. */
        T in(Tx tx);
    }
}
