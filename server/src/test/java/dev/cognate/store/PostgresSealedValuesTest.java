package dev.cognate.store;

class PostgresSealedValuesTest extends SealedValuesTest {
    private final String database = TestPostgres.databaseWithTables();

    @Override
    Store open() {
        return TestStores.postgres(database);
    }

    @Override
    String columnsOfBytes() {
        return """
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = 'public' AND data_type = 'bytea'
                """;
    }

    @Override
    String primaryKey() {
        return """
                SELECT k.column_name FROM information_schema.table_constraints t
                JOIN information_schema.key_column_usage k ON k.constraint_name = t.constraint_name
                    AND k.table_schema = t.table_schema AND k.table_name = t.table_name
                WHERE t.table_schema = 'public' AND t.table_name = ? AND t.constraint_type = 'PRIMARY KEY'
                ORDER BY k.ordinal_position
                """;
    }
}
