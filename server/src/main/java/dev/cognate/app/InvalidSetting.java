package dev.cognate.app;

/** A setting cannot be used; the message is a sentence for the operator and names the key. */
public final class InvalidSetting extends RuntimeException {

    /** With a sentence that names the key, and no secret. */
    public InvalidSetting(String message) {
        super(message);
    }
}
