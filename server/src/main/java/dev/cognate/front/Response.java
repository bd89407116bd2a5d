package dev.cognate.front;

import java.nio.charset.StandardCharsets;

/**
 * One HTTP answer; {@code Date} and {@code Content-Length} are added when it is sent. Prints its status and size only.
 *
 * @param status the HTTP status
 * @param headers the header fields; their values hold no control characters and nothing beyond Latin-1
 * @param body the body, empty for none
 */
public record Response(int status, Headers headers, byte[] body) {
    private static final byte[] NOTHING = {};

    /** Checks the header fields, so that no answer can be split in two. */
    public Response {
        for (int i = 0; i < headers.size(); i++) {
            requireVisible(headers.name(i));
            requireVisible(headers.value(i));
        }
    }

    /** An answer without a body. */
    public static Response empty(int status) {
        return new Response(status, Headers.NONE, NOTHING);
    }

    /** Plain text. */
    public static Response text(int status, String text) {
        return of(status, "text/plain; charset=utf-8", text);
    }

    /** A page. */
    public static Response html(int status, String html) {
        return of(status, "text/html; charset=utf-8", html);
    }

    /** JSON, already in UTF-8. */
    public static Response json(int status, byte[] json) {
        return new Response(status, Headers.of("Content-Type", "application/json"), json);
    }

    /** A text of some media type. */
    public static Response of(int status, String contentType, String text) {
        return new Response(status, Headers.of("Content-Type", contentType), text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same answer with one more header field. */
    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), body);
    }

    private static void requireVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t') || c == 127 || c > 255) {
                throw new IllegalArgumentException("A header field holds a character that it may not hold");
            }
        }
    }

    @Override
    public String toString() {
        return status + " with " + body.length + " bytes";
    }
}
