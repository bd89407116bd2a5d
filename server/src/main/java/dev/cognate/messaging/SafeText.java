package dev.cognate.messaging;

import org.jspecify.annotations.Nullable;

/** What another system says about a message, fit for the log: it may quote what it was sent. */
final class SafeText {
    private static final int LONGEST = 200;
    private static final String HIDDEN = "***";

    private SafeText() {}

    /** One short line without the message's secrets. */
    static String of(@Nullable String text, Message message) {
        String safe = without(message.code(), without(message.link(), String.valueOf(text)))
                .replaceAll("\\p{Cntrl}+", " ")
                .strip();
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST);
    }

    /** Without a secret in any of the forms in which it was sent: as it is, in HTML, in JSON, in both. */
    private static String without(@Nullable String secret, String text) {
        if (secret == null || secret.isEmpty()) {
            return text;
        }
        String html = Html.escape(secret);
        return text.replace(secret, HIDDEN)
                .replace(html, HIDDEN)
                .replace(inJson(secret), HIDDEN)
                .replace(inJson(html), HIDDEN);
    }

    private static String inJson(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
