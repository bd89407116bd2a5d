package dev.cognate.store;

import dev.cognate.store.StoreException.Trouble;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * What PostgreSQL's error codes mean for an operator. Of the server's own words only the first message is used, never the
 * details, which show values. Reference: https://www.postgresql.org/docs/current/errcodes-appendix.html.
 */
final class PostgresErrors {
    private PostgresErrors() {}

    static StoreException of(SQLException cause, String sql) {
        @Nullable String state = cause.getSQLState();
        if (state == null) {
            return new StoreException(Trouble.REFUSED, "The statement failed: " + cause.getMessage() + " in: " + sql);
        }
        if (state.equals("40001") || state.equals("40P01")) {
            return new StoreException(Trouble.CONFLICT, "Another transaction came between (" + state + ")");
        }
        return switch (state.substring(0, 2)) {
            case "08", "57", "58" ->
                new StoreException(
                        Trouble.STORAGE,
                        "The connection to PostgreSQL is lost (" + state + "): " + words(cause)
                                + ". Whether the transaction was done is unknown if this happened at its end");
            case "53" -> new StoreException(Trouble.STORAGE, "PostgreSQL lacks room (" + state + "): " + words(cause));
            case "22" -> new StoreException(Trouble.REFUSED, "A value does not fit (" + state + ") in: " + sql);
            default ->
                new StoreException(
                        Trouble.REFUSED, "The statement failed (" + state + "): " + words(cause) + " in: " + sql);
        };
    }

    /** The first message of the server, or the driver's. */
    private static @Nullable String words(SQLException cause) {
        return cause instanceof PSQLException e && e.getServerErrorMessage() != null
                ? e.getServerErrorMessage().getMessage()
                : cause.getMessage();
    }
}
