package dev.cognate.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds many rows to a table with few statements: on PostgreSQL each statement is a journey to the server. There are three
 * texts for each table, whatever the number of rows, so that statements stay prepared.
 */
public final class ManyRows {
    private static final int[] SIZES = {64, 8, 1};

    private ManyRows() {}

    /**
     * Inserts rows in their order.
     *
     * @param into what follows {@code INSERT INTO}: the table and its columns, such as {@code t (a, b)}
     * @param rows the values of each row, as many as there are columns
     * @throws StoreException a row clashes with another, as {@link Tx#update}
     */
    public static void insert(Tx tx, String into, List<@Nullable Object[]> rows) {
        int at = 0;
        for (int size : SIZES) {
            for (; rows.size() - at >= size; at += size) {
                insertSome(tx, into, rows.subList(at, at + size));
            }
        }
    }

    private static void insertSome(Tx tx, String into, List<@Nullable Object[]> rows) {
        int columns = rows.getFirst().length;
        String row = "(?" + ", ?".repeat(columns - 1) + ")";
        List<@Nullable Object> parameters = new ArrayList<>(rows.size() * columns);
        for (@Nullable Object[] values : rows) {
            for (@Nullable Object value : values) {
                parameters.add(value);
            }
        }
        tx.update(
                "INSERT INTO " + into + " VALUES " + row + (", " + row).repeat(rows.size() - 1), parameters.toArray());
    }
}
