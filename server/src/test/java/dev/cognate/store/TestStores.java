package dev.cognate.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Stores for tests, real ones. Who opens a store closes it. */
public final class TestStores {

    private TestStores() {}

    /** The SQLite store of a folder; with nothing in it when it is new. */
    public static Store sqlite(Path folder) {
        Path file = folder.resolve("cognate.db");
        try {
            if (Files.notExists(file)) {
                Files.createDirectories(folder);
                Files.write(file, Tables.FILE);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return SqliteStore.open(folder, StoreSettings.defaults());
    }

    /** A PostgreSQL store in a new database, with nothing in it. */
    public static Store postgres() {
        return postgres(TestPostgres.databaseWithTables());
    }

    /** The PostgreSQL store of a database of {@link TestPostgres}, as one more server of it. */
    public static Store postgres(String jdbcUrl) {
        return PostgresStore.open(jdbcUrl, null, null, StoreSettings.defaults().withConnections(8));
    }

    /** Holds the file that others begin with: writing it is faster than making the tables each time. */
    private static final class Tables {
        static final byte[] FILE = make();

        private static byte[] make() {
            try {
                Path folder = Files.createTempDirectory("cognate-tables");
                SqliteStore.open(folder, StoreSettings.defaults()).close();
                byte[] file = Files.readAllBytes(folder.resolve("cognate.db"));
                clear(folder);
                return file;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** Deletes the folder of a store that is closed. */
    public static void clear(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
