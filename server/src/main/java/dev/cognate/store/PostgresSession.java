package dev.cognate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One pooled connection; the driver keeps statements prepared itself. */
record PostgresSession(Connection connection) implements Session {

    @Override
    public PreparedStatement statement(String sql, int parameters) throws SQLException {
        return connection.prepareStatement(sql);
    }

    @Override
    public void release(PreparedStatement statement, int parameters) {
        try {
            statement.close();
        } catch (SQLException _) {
            // The connection is lost, which the transaction notices by itself.
        }
    }

    @Override
    public StoreException failure(SQLException cause, String sql) {
        return PostgresErrors.of(cause, sql);
    }
}
