package dev.cognate.store;

import dev.cognate.store.StoreException.Trouble;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean for an operator. Reference: https://sqlite.org/rescode.html. */
final class SqliteErrors {
    private static final int PRIMARY = 0xff;

    private SqliteErrors() {}

    /** The failure of a statement; SQLite's own messages name tables and columns but hold no values. */
    static StoreException of(SQLException cause, String sql) {
        SQLiteErrorCode code = code(cause);
        return switch (primary(code)) {
            case SQLITE_FULL ->
                storage("There is no room left for the data: the disk is full, or the data file has reached its limit."
                        + " Reads go on, and writes work again as soon as there is room");
            case SQLITE_CORRUPT, SQLITE_NOTADB ->
                storage("The data file is damaged (" + code + "). Stop the server, keep a copy of the data folder and"
                        + " restore a backup");
            case SQLITE_READONLY ->
                storage("The data cannot be changed here: a read tried to write, or the data file is read-only (" + code
                        + ")");
            case SQLITE_BUSY, SQLITE_LOCKED ->
                storage("Another program holds the data file (" + code + "). Only this server may use it");
            case SQLITE_IOERR,
                    SQLITE_CANTOPEN,
                    SQLITE_PERM,
                    SQLITE_AUTH,
                    SQLITE_NOMEM,
                    SQLITE_INTERRUPT,
                    SQLITE_PROTOCOL,
                    SQLITE_ABORT ->
                storage("The data file cannot be used (" + code
                        + "): look at the disk and the permissions of the folder");
            case null, default ->
                new StoreException(Trouble.REFUSED, "The statement failed: " + cause.getMessage() + " in: " + sql);
        };
    }

    private static StoreException storage(String sentence) {
        return new StoreException(Trouble.STORAGE, sentence);
    }

    private static SQLiteErrorCode code(SQLException cause) {
        return cause instanceof SQLiteException sqlite ? sqlite.getResultCode() : SQLiteErrorCode.SQLITE_ERROR;
    }

    private static SQLiteErrorCode primary(SQLiteErrorCode extended) {
        return SQLiteErrorCode.getErrorCode(extended.code & PRIMARY);
    }
}
