package dev.cognate.front;

/**
 * An endpoint and the requests that go to it. Of several that fit, an exact path wins over a prefix, and a longer prefix
 * over a shorter one. {@code POST /} is the API's own.
 *
 * @param method the method in upper case
 * @param path the path, or how it begins; as sent, not decoded
 * @param prefix whether longer paths go there too: {@code /a} takes {@code /a/b} and not {@code /ab}
 * @param endpoint who answers
 */
public record Mount(String method, String path, boolean prefix, Endpoint endpoint) {

    /** Checks that the path begins with a slash and is not the API's. */
    public Mount {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with a slash: " + path);
        }
        if (path.equals("/") && method.equals("POST")) {
            throw new IllegalArgumentException("POST / is the API");
        }
    }

    /** Requests to this very path. */
    public static Mount exactly(String method, String path, Endpoint endpoint) {
        return new Mount(method, path, false, endpoint);
    }

    /** Requests to this path and everything below it. */
    public static Mount under(String method, String path, Endpoint endpoint) {
        return new Mount(method, path, true, endpoint);
    }

    boolean takes(String requestPath) {
        return requestPath.startsWith(path)
                && (requestPath.length() == path.length()
                        || (prefix && (path.endsWith("/") || requestPath.charAt(path.length()) == '/')));
    }
}
