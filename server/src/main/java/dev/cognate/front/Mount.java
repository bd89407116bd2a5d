package dev.cognate.front;

import java.time.Duration;

/**
 * An endpoint and the requests that go to it. Of several that fit, an exact path wins over one in part, and a longer
 * path over a shorter one. {@code POST /} is the API's own.
 */
public sealed interface Mount {

    /** The method in upper case. */
    String method();

    /** The path, or the part of it that is known; as sent, not decoded. */
    String path();

    /** Which requests go there. */
    Reach reach();

    /** How much of a request's path a mount knows, most first. */
    enum Reach {
        /** All of it. */
        EXACTLY,
        /** All but its first segment: {@code /a} takes {@code /x/a} and {@code /y/a}, not {@code /a} or {@code /x/y/a}. */
        BEHIND,
        /** How it begins: {@code /a} takes {@code /a} and {@code /a/b}, not {@code /ab}. */
        UNDER
    }

    /** Requests to this very path. */
    static Page exactly(String method, String path, Endpoint endpoint) {
        return new Page(method, path, Reach.EXACTLY, endpoint);
    }

    /** Requests to this path and everything below it. */
    static Page under(String method, String path, Endpoint endpoint) {
        return new Page(method, path, Reach.UNDER, endpoint);
    }

    /** Requests to this path behind any first segment, such as a pool's id. */
    static Page behind(String method, String path, Endpoint endpoint) {
        return new Page(method, path, Reach.BEHIND, endpoint);
    }

    /** Whether requests to that path go there. */
    default boolean takes(String requestPath) {
        String path = path();
        return switch (reach()) {
            case EXACTLY -> requestPath.equals(path);
            case BEHIND ->
                requestPath.length() > 1 + path.length()
                        && requestPath.endsWith(path)
                        && requestPath.indexOf('/', 1) == requestPath.length() - path.length();
            case UNDER ->
                requestPath.startsWith(path)
                        && (requestPath.length() == path.length()
                                || path.endsWith("/")
                                || requestPath.charAt(path.length()) == '/');
        };
    }

    /**
     * An endpoint that gets requests when they have arrived completely.
     *
     * @param endpoint who answers
     */
    record Page(String method, String path, Reach reach, Endpoint endpoint) implements Mount {
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
        public Reach reach() {
            return Reach.UNDER;
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
