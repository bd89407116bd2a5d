package dev.cognate.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One open transaction. SQL is written once for both databases, with {@code ?} for parameters.
 *
 * <p>Parameters are {@code String}, {@code Long}, {@code Integer}, {@code Boolean}, {@code byte[]},
 * {@code java.time.Instant} (stored as epoch milliseconds, a BIGINT) or null.
 */
public interface Tx {

    /**
     * Runs a statement that changes rows.
     *
     * @return the number of rows changed
     * @throws StoreException the statement fails; a clash of unique keys is no failure to expect: say {@code ON CONFLICT DO
     *     NOTHING} and look at the number
     */
    int update(String sql, @Nullable Object... parameters);

    /** All rows of a query (or of a statement with RETURNING), in order. */
    <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters);

    /** The first row of a query (or of a statement with RETURNING), null when there is none. */
    <T> @Nullable T first(String sql, RowReader<T> reader, @Nullable Object... parameters);

    /** Makes a value of a row. */
    @FunctionalInterface
    interface RowReader<T> {

        /** The value of the current row. */
        T read(Row row);
    }
}
