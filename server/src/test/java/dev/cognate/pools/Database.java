package dev.cognate.pools;

import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;

/** The databases that everything runs on. */
public enum Database {
    SQLITE,
    POSTGRESQL;

    /** A new and empty store; whoever opens it closes it. */
    public Store open(Path folder) {
        return switch (this) {
            case SQLITE -> TestStores.sqlite(folder);
            case POSTGRESQL -> TestStores.postgres();
        };
    }
}
