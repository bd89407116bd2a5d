package dev.cognate.front;

/**
 * An endpoint and the requests that go to it. Of several that fit, an exact path wins over one in part, and a longer
 * path over a shorter one. {@code POST /} is the API's own.
 *
 * @param method the method in upper case
 * @param path the path, or the part of it that is known; as sent, not decoded
 * @param reach which requests go there
 * @param endpoint who answers
 */
public record Mount(String method, String path, Reach reach, Endpoint endpoint) {

    /** How much of a request's path a mount knows, most first. */
    public enum Reach {
        /** All of it. */
        EXACTLY,
        /** All but its first segment: {@code /a} takes {@code /x/a} and {@code /y/a}, not {@code /a} or {@code /x/y/a}. */
        BEHIND,
        /** How it begins: {@code /a} takes {@code /a} and {@code /a/b}, not {@code /ab}. */
        UNDER
    }

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
        return new Mount(method, path, Reach.EXACTLY, endpoint);
    }

    /** Requests to this path and everything below it. */
    public static Mount under(String method, String path, Endpoint endpoint) {
        return new Mount(method, path, Reach.UNDER, endpoint);
    }

    /** Requests to this path behind any first segment, such as a pool's id. */
    public static Mount behind(String method, String path, Endpoint endpoint) {
        return new Mount(method, path, Reach.BEHIND, endpoint);
    }

    boolean takes(String requestPath) {
        return switch (reach) {
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
}
