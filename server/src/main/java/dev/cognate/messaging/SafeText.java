package dev.cognate.messaging;

import org.jspecify.annotations.Nullable;

/** What another system says about a message, fit for the log: it may quote what it was sent. */
final class SafeText {
    private static final int LONGEST = 200;

    private SafeText() {}

    /** One short line without the message's secrets. */
    static String of(@Nullable String text, Message message) {
        String safe = String.valueOf(text);
        if (message.link() != null) {
            safe = safe.replace(message.link(), "***");
        }
        if (message.code() != null && !message.code().isEmpty()) {
            safe = safe.replace(message.code(), "***");
        }
        safe = safe.replaceAll("\\p{Cntrl}+", " ").strip();
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST);
    }
}
