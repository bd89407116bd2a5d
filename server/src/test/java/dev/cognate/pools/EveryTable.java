package dev.cognate.pools;

import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The tables that have something of pools, as the database itself tells; rows for any of them. */
final class EveryTable {
    private static final String SQLITE = """
            SELECT t.name, c.name, c.type FROM sqlite_master t, pragma_table_info(t.name) c
            WHERE t.type = 'table' ORDER BY t.name, c.cid
            """;
    private static final String POSTGRES = """
            SELECT table_name, column_name, data_type FROM information_schema.columns
            WHERE table_schema = 'public' ORDER BY table_name, ordinal_position
            """;

    private final Store store;
    private final Map<String, List<Column>> tables = new TreeMap<>();

    private record Column(String table, String name, String type) {}

    EveryTable(Store store, Database database) {
        this.store = store;
        List<Column> columns = store.read(tx -> tx.list(
                database == Database.SQLITE ? SQLITE : POSTGRES,
                row -> new Column(row.string(1), row.string(2), row.string(3))));
        for (Column column : columns) {
            tables.computeIfAbsent(column.table, _ -> new ArrayList<>()).add(column);
        }
        tables.values().removeIf(all -> all.stream().noneMatch(column -> column.name.equals("pool_id")));
    }

    /** The tables with a column pool_id. */
    List<String> names() {
        return List.copyOf(tables.keySet());
    }

    /** Adds rows of a pool to a table; texts and keys are numbered. */
    void fill(String table, String pool, int rows) {
        List<Column> columns = Objects.requireNonNull(tables.get(table), table);
        String sql = "INSERT INTO " + table + " ("
                + String.join(", ", columns.stream().map(Column::name).toList()) + ") VALUES ("
                + String.join(", ", columns.stream().map(_ -> "?").toList()) + ")";
        store.write(tx -> {
            for (int i = 0; i < rows; i++) {
                insert(tx, sql, columns, pool, i);
            }
            return rows;
        });
    }

    private static void insert(Tx tx, String sql, List<Column> columns, String pool, int number) {
        Object[] values = columns.stream()
                .map(column -> column.name.equals("pool_id") ? pool : value(column, pool + " " + number))
                .toArray();
        tx.update(sql, values);
    }

    private static Object value(Column column, String text) {
        return switch (column.type.toLowerCase(Locale.ROOT)) {
            case "text" -> text;
            case "integer", "bigint" -> 1L;
            case "boolean" -> true;
            case "blob", "bytea" -> new byte[] {1};
            default -> throw new IllegalArgumentException("What goes into a " + column.type + "?");
        };
    }

    /** How many rows of a pool a table has. */
    long count(String table, String pool) {
        return store.<Long>read(
                tx -> tx.list("SELECT COUNT(*) FROM " + table + " WHERE pool_id = ?", row -> row.number(1), pool)
                        .getFirst());
    }
}
