package dev.cognate.transfer;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The two kinds of store. */
enum Database {
    SQLITE,
    POSTGRES;

    /** An empty store below a folder. */
    Store open(Path folder) {
        try {
            return this == SQLITE
                    ? TestStores.sqlite(Files.createTempDirectory(folder, "store"))
                    : TestStores.postgres();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
