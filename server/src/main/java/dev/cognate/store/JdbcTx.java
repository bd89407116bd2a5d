package dev.cognate.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The transaction of one closure, over JDBC. Used by one thread, and over when the closure is. */
final class JdbcTx implements Tx {
    private final Session session;
    private boolean over;
    private boolean reading;
    private boolean wrote;
    private @Nullable StoreException failure;

    JdbcTx(Session session) {
        this.session = session;
    }

    @Override
    public int update(String sql, @Nullable Object... parameters) {
        return run(sql, parameters, PreparedStatement::executeUpdate);
    }

    @Override
    public <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return run(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                Row row = new JdbcRow(rows, session, sql);
                List<T> values = new ArrayList<>();
                while (rows.next()) {
                    values.add(read(reader, row));
                }
                return values;
            }
        });
    }

    @Override
    public <T> @Nullable T first(String sql, RowReader<T> reader, @Nullable Object... parameters) {
        return this.<@Nullable T>run(sql, parameters, statement -> {
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? read(reader, new JdbcRow(rows, session, sql)) : null;
            }
        });
    }

    /** Runs the work in this transaction, which is over afterwards: a failure that the work swallowed still counts. */
    <T extends @Nullable Object> T run(Store.Work<T> work) {
        try {
            T result = work.in(this);
            if (failure != null) {
                throw failure;
            }
            return result;
        } finally {
            over = true;
        }
    }

    /** The last failure of a statement, null when all succeeded. */
    @Nullable StoreException failure() {
        return failure;
    }

    /** Whether a statement of the work may have changed something. */
    boolean wrote() {
        return wrote;
    }

    private <T extends @Nullable Object> T run(String sql, @Nullable Object[] parameters, Step<T> step) {
        requireUsable();
        wrote |= !sql.startsWith("SELECT");
        try {
            PreparedStatement statement = session.statement(sql, parameters.length);
            try {
                bind(statement, parameters);
                return step.in(statement);
            } finally {
                session.release(statement, parameters.length);
            }
        } catch (SQLException e) {
            failure = session.failure(e, sql);
            throw failure;
        }
    }

    private void requireUsable() {
        if (over) {
            throw new IllegalStateException("The transaction is over: its Tx was kept after the closure returned");
        }
        if (reading) {
            throw new IllegalStateException("A row reader only reads its row: run other statements after the query");
        }
    }

    /** While a row is read the statement is in use; another run of the same text would pull it away. */
    private <T> T read(RowReader<T> reader, Row row) {
        reading = true;
        try {
            return reader.read(row);
        } finally {
            reading = false;
        }
    }

    private static void bind(PreparedStatement statement, @Nullable Object[] parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            int position = i + 1;
            switch (parameters[i]) {
                case null -> statement.setNull(position, Types.NULL);
                case String text -> statement.setString(position, text);
                case Long number -> statement.setLong(position, number);
                case Integer number -> statement.setInt(position, number);
                case Boolean bool -> statement.setBoolean(position, bool);
                case byte[] bytes -> statement.setBytes(position, bytes);
                case Instant instant -> statement.setLong(position, instant.toEpochMilli());
                case Object other ->
                    throw new IllegalArgumentException("Parameter " + position + " is a "
                            + other.getClass().getName() + ", which Tx cannot store");
            }
        }
    }

    /** What is done with a statement whose parameters are bound. */
    @FunctionalInterface
    private interface Step<T extends @Nullable Object> {
        T in(PreparedStatement statement) throws SQLException;
    }
}
