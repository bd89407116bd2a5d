package dev.cognate.transfer;

import dev.cognate.domain.PoolId;
import dev.cognate.store.ManyRows;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.transfer.Column.Plain;
import dev.cognate.transfer.Column.Secret;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of whole rows, of any table of {@link Kept}. A row is an array of the values of its columns as the store has
 * them, without the pool: {@code String}, {@code Long}, {@code Boolean}, {@code Instant}, {@code byte[]} or null.
 */
final class RowsTable {
    private RowsTable() {}

    static boolean poolExists(Tx tx, PoolId pool) {
        return tx.first("SELECT 1 FROM pools WHERE pool_id = ?", row -> row.number(1), pool.value()) != null;
    }

    /** The rows of a pool behind one, by the order of their keys; the first ones behind null. */
    static List<@Nullable Object[]> page(Tx tx, Kept kept, PoolId pool, @Nullable Object @Nullable [] after) {
        List<String> keys = kept.keys();
        boolean goesOn = after != null && !keys.isEmpty();
        List<Object> parameters = new ArrayList<>(List.of(pool.value()));
        if (after != null) {
            parameters.addAll(kept.keys(after));
        }
        String sql = "SELECT " + kept.columns().stream().map(Column::name).collect(Collectors.joining(", ")) + " FROM "
                + kept.table() + " WHERE pool_id = ?"
                + (goesOn ? " AND (" + String.join(", ", keys) + ") > (?" + ", ?".repeat(keys.size() - 1) + ")" : "")
                + (keys.isEmpty() ? "" : " ORDER BY " + String.join(", ", keys)) + " LIMIT " + kept.page();
        return tx.list(sql, row -> values(kept, row), parameters.toArray());
    }

    private static @Nullable Object[] values(Kept kept, Row row) {
        List<Column> columns = kept.columns();
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(columns.get(i), row, i + 1);
        }
        return values;
    }

    private static @Nullable Object value(Column column, Row row, int position) {
        return switch (column.kind()) {
            case Plain plain ->
                switch (plain) {
                    case TEXT, JSON -> row.nullableString(position);
                    case NUMBER -> number(row.nullableInstant(position));
                    case FLAG -> row.bool(position);
                    case TIME -> row.nullableInstant(position);
                    case BYTES -> row.nullableBytes(position);
                };
            case Secret _ -> row.nullableBytes(position);
        };
    }

    /** A row tells whole numbers that may be missing as points in time only. */
    private static @Nullable Long number(@Nullable Instant stored) {
        return stored == null ? null : Long.valueOf(stored.toEpochMilli());
    }

    /** Adds rows to a table. */
    static void insert(Tx tx, Kept kept, PoolId pool, List<@Nullable Object[]> rows) {
        String into = kept.table() + " (pool_id"
                + kept.columns().stream().map(column -> ", " + column.name()).collect(Collectors.joining()) + ")";
        List<@Nullable Object[]> whole = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] values = new @Nullable Object[row.length + 1];
            values[0] = pool.value();
            System.arraycopy(row, 0, values, 1, row.length);
            whole.add(values);
        }
        ManyRows.insert(tx, into, whole);
    }

    /** Takes the id of a client for a pool; the pool that has it already, null for none. */
    static @Nullable String reserve(Tx tx, PoolId pool, String client) {
        int taken = tx.update(
                "INSERT INTO client_pools (client_id, pool_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
                client,
                pool.value());
        return taken == 1
                ? null
                : tx.first("SELECT pool_id FROM client_pools WHERE client_id = ?", row -> row.string(1), client);
    }

    /** The pool that has a domain, null for none. */
    static @Nullable String poolOfDomain(Tx tx, String region, String name) {
        return tx.first(
                "SELECT pool_id FROM domains WHERE region = ? AND name = ?", row -> row.string(1), region, name);
    }

    /** Removes all that there is of a pool, or is left of a deleted one. */
    static void delete(Tx tx, PoolId pool) {
        Stream.concat(
                        Stream.of(Kept.values()).map(Kept::table),
                        Stream.of(LeftOut.values()).map(LeftOut::table))
                .forEach(table -> tx.update("DELETE FROM " + table + " WHERE pool_id = ?", pool.value()));
    }
}
