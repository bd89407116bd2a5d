package dev.cognate.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.logging.LogFactory;

/**
 * The steps from an empty database to the newest schema: the files {@code V1__….sql}, {@code V2__….sql} of one folder on
 * the class path. One query tells whether any is missing; only then is Flyway loaded, which runs them.
 */
final class Migrations {
    /** The number of the last file. */
    static final int NEWEST = 13;

    private static final String VERSION =
            "SELECT CAST(version AS INTEGER) FROM flyway_schema_history WHERE success ORDER BY installed_rank DESC LIMIT 1";

    private final String folder;
    private final DataSource source;
    private final Session session;

    Migrations(String folder, DataSource source, Session session) {
        this.folder = folder;
        this.source = source;
        this.session = session;
    }

    /**
     * Brings the database to the newest schema. Several processes may do so at once.
     *
     * @param connection for the one query, outside a transaction
     * @throws StoreException the schema is newer than this program, or cannot be made
     */
    void apply(Connection connection) {
        int version = version(connection);
        if (version > NEWEST) {
            throw new StoreUnavailable("The data was written by a newer version of Cognate (schema " + version
                    + "; this version knows schema " + NEWEST
                    + "). Start that version, or restore a backup made before");
        }
        if (version < NEWEST) {
            migrate();
        }
    }

    /** Whether the database has a schema, old or new. */
    boolean isBegun(Connection connection) {
        return version(connection) > 0;
    }

    /** The number of the last step done, 0 before the first. */
    private int version(Connection connection) {
        try (PreparedStatement query = connection.prepareStatement(VERSION);
                ResultSet rows = query.executeQuery()) {
            return rows.next() ? rows.getInt(1) : 0;
        } catch (SQLException e) {
            StoreException failure = session.failure(e, VERSION);
            if (failure.trouble() == StoreException.Trouble.REFUSED) { // There is no such table yet.
                return 0;
            }
            throw failure;
        }
    }

    private void migrate() {
        try {
            Flyway flyway = Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:" + folder)
                    .load();
            LogFactory.setLogCreator(FlywayLog::new); // Loading chooses one itself: after it, not before.
            flyway.migrate();
        } catch (FlywayException e) {
            throw new StoreUnavailable(
                    "The tables cannot be made or changed; the database holds something else,"
                            + " or lacks a right or room: " + e.getMessage(),
                    e);
        }
    }
}
