package dev.cognate.store;

import org.jspecify.annotations.Nullable;

/** The store cannot be opened or reached at all. The message says why and how to go on. */
public final class StoreUnavailable extends StoreException {

    StoreUnavailable(String sentence) {
        this(sentence, null);
    }

    StoreUnavailable(String sentence, @Nullable Throwable cause) {
        super(Trouble.STORAGE, sentence, cause);
    }
}
