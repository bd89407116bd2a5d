package dev.cognate.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.LinkedHashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TempStore;

/** One connection to the data file, which keeps its statements prepared. Used by one thread at a time. */
final class SqliteSession implements Session, AutoCloseable {
    private static final int PAGE_BYTES = 4096;
    private static final int BUSY_MILLIS = 5_000;
    private static final int STATEMENTS = 256;
    private static final int WRITER_CACHE_KIB = 32_768;
    private static final int READER_CACHE_KIB = 8_192;

    private final Connection connection;
    private final Prepared prepared = new Prepared();

    private SqliteSession(Connection connection) {
        this.connection = connection;
    }

    /** The connection that writes: makes the file when there is none. */
    static SqliteSession writer(Path file, StoreSettings settings) {
        SqliteSession session = open(file, writing(settings));
        try {
            session.control("PRAGMA wal_autocheckpoint = 0"); // See SqliteCheckpoints.
            return session;
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    /** A connection that refuses to write. */
    static SqliteSession reader(Path file) {
        SqliteSession session = open(file, common(READER_CACHE_KIB));
        try {
            session.control("PRAGMA query_only = 1");
            return session;
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    /** How a connection that writes is set up. */
    static SQLiteConfig writing(StoreSettings settings) {
        SQLiteConfig config = common(WRITER_CACHE_KIB);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        if (settings.maxBytes() > 0) {
            config.setMaxPageCount(Math.clamp(settings.maxBytes() / PAGE_BYTES, 1, Integer.MAX_VALUE));
        }
        return config;
    }

    private static SQLiteConfig common(int cacheKib) {
        SQLiteConfig config = new SQLiteConfig();
        config.setCacheSize(-cacheKib); // Negative: not pages. Filled as pages are read.
        config.setBusyTimeout(BUSY_MILLIS);
        config.setTempStore(TempStore.MEMORY);
        config.setGetGeneratedKeys(false); // Else the driver asks for them after every INSERT.
        return config;
    }

    /** The driver's address of the file; as a URI, so that the name may hold any character. */
    static String address(Path file) {
        return "jdbc:sqlite:" + file.toUri();
    }

    private static SqliteSession open(Path file, SQLiteConfig config) {
        try {
            SqliteSession session = new SqliteSession(config.createConnection(address(file)));
            session.leaveTransactionsToUs();
            return session;
        } catch (SQLException e) {
            throw SqliteErrors.of(e, "opening the data file");
        }
    }

    /**
     * In its automatic mode the driver sends a BEGIN and a COMMIT of its own after every statement. Told that
     * transactions are explicit it sends none; the one that it has just begun ends here, and all others are begun and
     * ended by {@link #control}.
     */
    private void leaveTransactionsToUs() throws SQLException {
        try {
            connection.setAutoCommit(false);
            control("COMMIT");
        } catch (SQLException | StoreException e) {
            close();
            throw e;
        }
    }

    /** Runs a statement that steers the transaction. */
    void control(String sql) {
        try {
            statement(sql, 0).execute();
        } catch (SQLException e) {
            throw failure(e, sql);
        }
    }

    /** Ends a transaction that has failed, which SQLite may have done already. */
    void abandon() {
        try {
            control("ROLLBACK");
        } catch (StoreException _) {
            // "No transaction is active": it was rolled back with the failure that brought us here.
        }
    }

    @Override
    public PreparedStatement statement(String sql, int parameters) throws SQLException {
        Statement known = prepared.get(sql);
        if (known == null) {
            PreparedStatement statement = connection.prepareStatement(sql);
            known = new Statement(statement, statement.getParameterMetaData().getParameterCount());
            prepared.put(sql, known);
        }
        if (known.parameters != parameters) { // SQLite would take NULL, or the value of the run before.
            throw new SQLException("it has " + known.parameters + " parameters, not " + parameters);
        }
        return known.jdbc;
    }

    /**
     * Lets go of the parameters, which may be secrets. Not by {@link PreparedStatement#clearParameters}: SQLite prepares a
     * join anew after that, which is half of its time.
     */
    @Override
    public void release(PreparedStatement statement, int parameters) {
        try {
            for (int position = 1; position <= parameters; position++) {
                statement.setNull(position, Types.NULL);
            }
        } catch (SQLException _) {
            // The driver has closed the statement because it failed, which is being told already.
        }
    }

    /** The driver closes statements that fail: the next use prepares it anew. */
    @Override
    public StoreException failure(SQLException cause, String sql) {
        Statement failed = prepared.remove(sql);
        if (failed != null) {
            failed.close();
        }
        return SqliteErrors.of(cause, sql);
    }

    Connection connection() {
        return connection;
    }

    @Override
    public void close() {
        try {
            prepared.values().forEach(Statement::close);
            connection.close();
        } catch (SQLException _) {
            // Nothing is lost: what was acknowledged is durable, and the file is given back with the process.
        }
    }

    /** A prepared statement and how many parameters it takes. */
    private record Statement(PreparedStatement jdbc, int parameters) {

        void close() {
            try {
                jdbc.close();
            } catch (SQLException _) {
                // The driver closes what is left with the connection.
            }
        }
    }

    /** The statements used last, by their text. */
    private static final class Prepared extends LinkedHashMap<String, Statement> {

        Prepared() {
            super(STATEMENTS, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Statement> eldest) {
            if (size() <= STATEMENTS) {
                return false;
            }
            eldest.getValue().close();
            return true;
        }
    }
}
