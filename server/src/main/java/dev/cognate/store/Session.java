package dev.cognate.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;

/** One connection as an open transaction uses it: what differs between the databases. Used by one thread at a time. */
interface Session {

    /** The statement of the text, ready for its parameters. */
    PreparedStatement statement(String sql, int parameters) throws SQLException;

    /** Takes a statement of so many parameters back after its use, whether it succeeded or not. */
    void release(PreparedStatement statement, int parameters);

    /** Told of each failure of a statement; says what it means, in a sentence without values. */
    StoreException failure(SQLException cause, String sql);
}
