package dev.cognate.messaging;

import dev.cognate.store.Store;
import org.jspecify.annotations.Nullable;

/** What stands in a field before a test has opened its store. */
final class NoStore implements Store {

    @Override
    public <T extends @Nullable Object> T write(Work<T> work) {
        throw new IllegalStateException("No store is open");
    }

    @Override
    public <T extends @Nullable Object> T read(Work<T> work) {
        throw new IllegalStateException("No store is open");
    }

    @Override
    public boolean isExclusive() {
        return false;
    }

    @Override
    public void close() {}
}
