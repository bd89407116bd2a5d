package dev.cognate.store;

import org.jspecify.annotations.Nullable;

/**
 * The database failed. The message is a sentence for operators; it names statements and database errors but never holds
 * the values of parameters, which may be secrets.
 */
public sealed class StoreException extends RuntimeException permits StoreUnavailable {
    private final transient Trouble trouble;

    StoreException(Trouble trouble, String sentence) {
        this(trouble, sentence, null);
    }

    StoreException(Trouble trouble, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.trouble = trouble;
    }

    /** What the failure means for the transaction in which it happened. */
    Trouble trouble() {
        return trouble;
    }

    /** What a failure means for its transaction. */
    enum Trouble {
        /** The statement or the program is wrong; others are not concerned. */
        REFUSED,
        /** Another transaction came between; the same work may succeed when it is run again. */
        CONFLICT,
        /** The disk, the file or the connection fails; the whole transaction is lost. */
        STORAGE
    }
}
