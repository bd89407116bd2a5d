package dev.cognate.app;

import java.net.http.HttpHeaders;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the server answered.
 *
 * @param status the HTTP status
 * @param headers the header fields
 * @param body the body as text
 */
public record Reply(int status, HttpHeaders headers, String body) {

    /** The value of the first string member of that name, anywhere in the body. */
    public String member(String name) {
        Matcher found = Pattern.compile("\"" + Pattern.quote(name) + "\":\"((?:[^\"\\\\]++|\\\\.)*+)\"")
                .matcher(body);
        if (!found.find()) {
            throw new AssertionError("No member " + name + " in " + body);
        }
        return found.group(1);
    }

    /** The type of an error. */
    public String fault() {
        return status == 200 ? "none" : member("__type");
    }

    /** An error as its type and message, such as {@code CodeMismatchException: Invalid …}; the body of a success. */
    public String outcome() {
        return status == 200 ? body : member("__type") + ": " + member("message");
    }
}
