package dev.cognate.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The current row of a JDBC result. */
final class JdbcRow implements Row {
    private final ResultSet rows;
    private final Session session;
    private final String sql;

    JdbcRow(ResultSet rows, Session session, String sql) {
        this.rows = rows;
        this.session = session;
        this.sql = sql;
    }

    @Override
    public String string(int column) {
        return present(nullableString(column), column);
    }

    @Override
    public @Nullable String nullableString(int column) {
        return this.<@Nullable String>get(() -> rows.getString(column));
    }

    @Override
    public long number(int column) {
        return present(nullableNumber(column), column);
    }

    @Override
    public boolean bool(int column) {
        boolean value = get(() -> rows.getBoolean(column));
        return present(get(rows::wasNull) ? null : value, column);
    }

    @Override
    public byte[] bytes(int column) {
        return present(nullableBytes(column), column);
    }

    @Override
    public byte @Nullable [] nullableBytes(int column) {
        return this.<byte @Nullable []>get(() -> rows.getBytes(column));
    }

    @Override
    public Instant instant(int column) {
        return present(nullableInstant(column), column);
    }

    @Override
    public @Nullable Instant nullableInstant(int column) {
        Long millis = nullableNumber(column);
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }

    private @Nullable Long nullableNumber(int column) {
        long value = get(() -> rows.getLong(column));
        return get(rows::wasNull) ? null : value;
    }

    private <T> T present(@Nullable T value, int column) {
        if (value == null) {
            throw new IllegalStateException("Column " + column + " is NULL where a value was expected: " + sql);
        }
        return value;
    }

    private <T extends @Nullable Object> T get(Getter<T> getter) {
        try {
            return getter.get();
        } catch (SQLException e) {
            throw session.failure(e, sql);
        }
    }

    /** A read of one column. */
    @FunctionalInterface
    private interface Getter<T extends @Nullable Object> {
        T get() throws SQLException;
    }
}
