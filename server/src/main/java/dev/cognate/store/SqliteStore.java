package dev.cognate.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteDataSource;

/**
 * The store in one file, {@code cognate.db}, of a folder that belongs to this process alone. Every write is on the disk
 * before it is answered (write-ahead log, {@code synchronous=FULL}); writes that wait together share one commit. Reads
 * run beside them, each on the state of one moment.
 *
 * <p>Writes are done by one thread: a closure that blocks makes all others wait. When the disk is full, writes fail and
 * reads go on; writes work again when there is room.
 */
public final class SqliteStore implements Store {
    private static final String FILE = "cognate.db";

    private final @Nullable FolderLock lock;
    private final SqliteReaders readers;
    private final SqliteWriter writer;

    private SqliteStore(@Nullable FolderLock lock, SqliteReaders readers, SqliteWriter writer) {
        this.lock = lock;
        this.readers = readers;
        this.writer = writer;
    }

    /**
     * Opens the store of a folder, which is made, with an empty store in it, when it does not exist.
     *
     * @throws StoreUnavailable the folder is in use or cannot be written, or its file is damaged, is not Cognate's or
     *     comes from a newer version; nothing is changed then
     */
    public static SqliteStore open(Path folder, StoreSettings settings) {
        Path whole = folder.toAbsolutePath().normalize();
        make(whole);
        FolderLock lock = FolderLock.take(whole);
        try {
            Path file = whole.resolve(FILE);
            SqliteSession session = ready(file, settings);
            int connections = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());
            return new SqliteStore(
                    lock,
                    new SqliteReaders(file, settings.connectionsOr(connections)),
                    new SqliteWriter(session, settings.batch(), new SqliteCheckpoints(file, settings)));
        } catch (StoreException e) {
            lock.close();
            throw unavailable(whole, e);
        }
    }

    /** Whether there is a store in a folder. */
    public static boolean isIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /**
     * Opens the store of a folder that another process may have open, for a few short transactions: SQLite itself keeps
     * the two from harming each other.
     *
     * @throws StoreUnavailable the file cannot be used; see {@link #open}
     */
    public static SqliteStore visit(Path folder, StoreSettings settings) {
        Path whole = folder.toAbsolutePath().normalize();
        Path file = whole.resolve(FILE);
        if (!Files.exists(file)) {
            return open(folder, settings);
        }
        try {
            SqliteSession session = ready(file, settings);
            return new SqliteStore(
                    null,
                    new SqliteReaders(file, 1),
                    new SqliteWriter(session, settings.batch(), new SqliteCheckpoints(file, settings)));
        } catch (StoreException e) {
            throw unavailable(whole, e);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new StoreUnavailable(
                    "The data folder " + folder + " cannot be made (" + e + "). Start with another data folder", e);
        }
    }

    /** The connection that writes, to a file with the newest schema. */
    private static SqliteSession ready(Path file, StoreSettings settings) {
        SqliteSession session = SqliteSession.writer(file, settings);
        try {
            session.control("BEGIN IMMEDIATE"); // A file that is read-only shows it here, not at the first sign-up.
            session.control("ROLLBACK");
            SQLiteDataSource source = new SQLiteDataSource(SqliteSession.writing(settings));
            source.setUrl(SqliteSession.address(file));
            new Migrations("db/sqlite", source, session).apply(session.connection());
            return session;
        } catch (StoreException e) {
            session.close();
            throw e;
        }
    }

    private static StoreUnavailable unavailable(Path folder, StoreException cause) {
        return new StoreUnavailable("The store in " + folder + " cannot be opened. " + cause.getMessage(), cause);
    }

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        return writer.run(work);
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        return readers.run(work);
    }

    /** A visitor's is not: the folder is another process's. */
    @Override
    public boolean isExclusive() {
        return lock != null;
    }

    /** Finishes what is under way, then gives the folder back. */
    @Override
    public void close() {
        readers.close();
        writer.close();
        if (lock != null) {
            lock.close();
        }
    }
}
