package dev.cognate.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool.PoolInitializationException;
import dev.cognate.store.StoreException.Trouble;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The store in a PostgreSQL database, which many servers may share. Writes are serializable transactions that are run
 * again when another one came between; reads see the state of one moment and are never in the way of writes.
 *
 * <p>A write is durable when the database says so: its {@code synchronous_commit} must not be switched off.
 */
public final class PostgresStore implements Store {
    private static final int CONNECTIONS = 16;
    private static final int WAIT_MILLIS = 5_000;

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Retries retries = new Retries();

    private PostgresStore(HikariDataSource writers, HikariDataSource readers) {
        this.writers = writers;
        this.readers = readers;
    }

    /**
     * Opens the store in a database and makes its tables when they are missing. Several servers may do so at once.
     *
     * @param jdbcUrl as in {@code jdbc:postgresql://host:5432/cognate}
     * @param user null when the URL names it
     * @param password null when the URL holds it or none is needed
     * @throws StoreUnavailable the database cannot be reached, or was written by a newer version
     */
    public static PostgresStore open(
            String jdbcUrl, @Nullable String user, @Nullable String password, StoreSettings settings) {
        PGSimpleDataSource source = source(jdbcUrl, user, password);
        migrate(source);
        int connections = settings.connectionsOr(CONNECTIONS);
        HikariDataSource writers = pool(source, "store-write", "TRANSACTION_SERIALIZABLE", connections);
        try {
            HikariDataSource readers = pool(source, "store-read", "TRANSACTION_REPEATABLE_READ", connections);
            return new PostgresStore(writers, readers);
        } catch (StoreException e) {
            writers.close();
            throw e;
        }
    }

    /**
     * Whether a database has a store in it. Nothing is made.
     *
     * @throws StoreUnavailable the database cannot be reached; see {@link #open}
     */
    public static boolean isIn(String jdbcUrl, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource source = source(jdbcUrl, user, password);
        try (Connection connection = source.getConnection()) {
            return migrations(source, connection).isBegun(connection);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static PGSimpleDataSource source(String jdbcUrl, @Nullable String user, @Nullable String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        try {
            source.setUrl(jdbcUrl);
        } catch (IllegalArgumentException _) { // Its message would show the URL, perhaps with a password.
            throw new StoreUnavailable("The address of the database is none of PostgreSQL's;"
                    + " it should look like jdbc:postgresql://host:5432/database");
        }
        if (user != null) {
            source.setUser(user);
        }
        if (password != null) {
            source.setPassword(password);
        }
        source.setApplicationName("cognate");
        source.setLogServerErrorDetail(false); // Details show values.
        source.setTcpKeepAlive(true);
        source.setConnectTimeout(WAIT_MILLIS / 1000);
        return source;
    }

    private static void migrate(PGSimpleDataSource source) {
        try (Connection connection = source.getConnection()) {
            migrations(source, connection).apply(connection);
        } catch (SQLException e) {
            throw unreachable(e);
        }
    }

    private static Migrations migrations(PGSimpleDataSource source, Connection connection) throws SQLException {
        return new Migrations("db/postgresql", source, new PostgresSession(connection));
    }

    private static HikariDataSource pool(PGSimpleDataSource source, String name, String isolation, int connections) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName(name);
        config.setAutoCommit(false);
        config.setTransactionIsolation(isolation);
        config.setReadOnly(isolation.equals("TRANSACTION_REPEATABLE_READ"));
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_MILLIS);
        try {
            return new HikariDataSource(config);
        } catch (PoolInitializationException e) {
            throw unreachable(e);
        }
    }

    private static StoreUnavailable unreachable(Exception cause) {
        return new StoreUnavailable(
                "PostgreSQL cannot be reached (" + cause.getMessage()
                        + "). Check that it runs, and the address, the user and the password",
                cause);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return retries.run(() -> once(writers, work));
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return retries.run(() -> once(readers, work));
    }

    private static <T extends @Nullable Object> T once(HikariDataSource pool, Work<T> work) {
        try (Connection connection = connection(pool)) {
            PostgresSession session = new PostgresSession(connection);
            JdbcTx tx = new JdbcTx(session);
            try {
                T result = tx.run(work);
                connection.commit();
                return result;
            } catch (Throwable e) {
                rollBack(connection);
                StoreException failure = tx.failure();
                if (failure != null && failure.trouble() == Trouble.CONFLICT) {
                    throw failure; // Whatever the work made of it: it is run again.
                }
                throw e;
            }
        } catch (SQLException e) {
            throw PostgresErrors.of(e, "COMMIT");
        }
    }

    private static Connection connection(HikariDataSource pool) throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException e) {
            throw pool.isClosed() ? new StoreException(Trouble.REFUSED, "The store is closed") : unreachable(e);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException _) {
            // The connection is lost; the server rolls back by itself, and the pool throws the connection away.
        }
    }

    /** Other nodes may share the database. */
    @Override
    public boolean isExclusive() {
        return false;
    }

    /** Closes the connections; the transactions under way fail. */
    @Override
    public void close() {
        readers.close();
        writers.close();
    }
}
