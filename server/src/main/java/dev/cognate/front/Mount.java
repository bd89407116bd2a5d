package dev.cognate.front;

import java.time.Duration;

/**
 * An endpoint and the requests that go to it. Of several that fit, an exact path wins over a prefix, and a longer prefix
 * over a shorter one. {@code POST /} is the API's own.
 */
public sealed interface Mount {

    /** The method in upper case. */
    String method();

    /** The path, or how it begins; as sent, not decoded. */
    String path();

    /** Whether longer paths go there too: {@code /a} takes {@code /a/b} and not {@code /ab}. */
    boolean prefix();

    /** Requests to this very path. */
    static Page exactly(String method, String path, Endpoint endpoint) {
        return new Page(method, path, false, endpoint);
    }

    /** Requests to this path and everything below it. */
    static Page under(String method, String path, Endpoint endpoint) {
        return new Page(method, path, true, endpoint);
    }

    /** Whether requests to that path go there. */
    default boolean takes(String requestPath) {
        return requestPath.startsWith(path())
                && (requestPath.length() == path().length()
                        || (prefix() && (path().endsWith("/") || requestPath.charAt(path().length()) == '/')));
    }

    /**
     * An endpoint that gets requests when they have arrived completely.
     *
     * @param endpoint who answers
     */
    record Page(String method, String path, boolean prefix, Endpoint endpoint) implements Mount {
        /** Checks that the path begins with a slash and is not the API's. */
        public Page {
            requirePath(method, path);
        }
    }

    /**
     * An endpoint that gets requests to a path, and everything below it, while their body still arrives. It has limits of
     * its own in place of those of the listener.
     *
     * @param maxBody the largest body in bytes
     * @param time within which a body must arrive
     * @param endpoint who answers
     */
    record Upload(String method, String path, long maxBody, Duration time, StreamingEndpoint endpoint)
            implements Mount {
        /** Checks that the path begins with a slash and is not the API's. */
        public Upload {
            requirePath(method, path);
        }

        @Override
        public boolean prefix() {
            return true;
        }
    }

    private static void requirePath(String method, String path) {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("A path begins with a slash: " + path);
        }
        if (path.equals("/") && method.equals("POST")) {
            throw new IllegalArgumentException("POST / is the API");
        }
    }
}
