package dev.cognate.crypto;

import org.jspecify.annotations.Nullable;

/** A seal key, or the file that holds it, with which the server refuses to start. The message says how to go on. */
public final class UnusableKey extends RuntimeException {

    /** A refusal with a sentence that holds nothing of the key. */
    UnusableKey(String sentence) {
        this(sentence, null);
    }

    UnusableKey(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
