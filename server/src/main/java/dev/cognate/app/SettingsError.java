package dev.cognate.app;

/** A setting cannot be used; the message says which, where it was set, and what would do. */
final class SettingsError extends RuntimeException {
    SettingsError(String message) {
        super(message, null, false, false);
    }
}
