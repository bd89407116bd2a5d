package dev.cognate.transfer;

import dev.cognate.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The tables that have something of pools, as the database itself tells. */
final class SchemaColumns {
    private static final String SQLITE = """
            SELECT t.name, c.name, c.type, c."notnull" = 0, c.pk FROM sqlite_master t, pragma_table_info(t.name) c
            WHERE t.type = 'table' ORDER BY t.name, c.cid
            """;
    private static final String POSTGRES = """
            SELECT c.table_name, c.column_name, c.data_type, c.is_nullable = 'YES', COALESCE(k.ordinal_position, 0)
            FROM information_schema.columns c
            LEFT JOIN information_schema.table_constraints t ON t.table_schema = c.table_schema
                AND t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY'
            LEFT JOIN information_schema.key_column_usage k ON k.constraint_name = t.constraint_name
                AND k.table_schema = c.table_schema AND k.table_name = c.table_name AND k.column_name = c.column_name
            WHERE c.table_schema = 'public' ORDER BY c.table_name, c.ordinal_position
            """;

    private SchemaColumns() {}

    /** A column of the schema; its place in the primary key begins at 1, and is 0 outside of it. */
    record SchemaColumn(String table, String name, String type, boolean isNullable, long inKey) {}

    /** The columns of each table that has a pool_id. */
    static Map<String, List<SchemaColumn>> of(Store store, Database database) {
        Map<String, List<SchemaColumn>> tables = new TreeMap<>();
        store.read(tx -> tx.list(
                        database == Database.SQLITE ? SQLITE : POSTGRES,
                        row -> new SchemaColumn(
                                row.string(1),
                                row.string(2),
                                row.string(3).toLowerCase(Locale.ROOT),
                                row.bool(4),
                                row.number(5))))
                .forEach(column -> tables.computeIfAbsent(column.table(), _ -> new ArrayList<>())
                        .add(column));
        tables.values()
                .removeIf(columns ->
                        columns.stream().noneMatch(each -> each.name().equals("pool_id")));
        return tables;
    }
}
