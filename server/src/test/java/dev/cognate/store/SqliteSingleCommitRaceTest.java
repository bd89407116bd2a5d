package dev.cognate.store;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The same promises without group commit. */
final class SqliteSingleCommitRaceTest extends StoreRaceTest {
    @TempDir
    Path folder;

    @Override
    Store open() {
        return SqliteStore.open(folder, StoreSettings.defaults().withGroupCommit(false));
    }
}
