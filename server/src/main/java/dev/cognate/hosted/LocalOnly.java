package dev.cognate.hosted;

import dev.cognate.front.Endpoint;
import dev.cognate.front.Request;
import dev.cognate.front.Response;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lets only such requests through as a browser makes from this very server's pages, or a program makes.
 *
 * <p>Whoever is asked must have been called by an IP address or as localhost: a page of another site can make its own
 * name lead here (DNS rebinding) and so read what the browser gets; it cannot make the browser say another name than its
 * own. And what changes something must not come from a page of another site, which can send a form anywhere.
 */
public final class LocalOnly implements Endpoint {
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+");

    private final Endpoint endpoint;

    /** Guards an endpoint. */
    public LocalOnly(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public Response answer(Request request) {
        String host = request.headers().first("Host");
        if (host != null && !isLocal(host)) {
            return Response.text(403, "The inbox is read under the name localhost or by an IP address.\n");
        }
        if (!request.method().equals("GET") && isFromElsewhere(request, host)) {
            return Response.text(403, "A page of another site may not change the inbox.\n");
        }
        return endpoint.answer(request);
    }

    private static boolean isLocal(String host) {
        String name = PORT.matcher(host).replaceFirst("");
        return name.equals("localhost")
                || name.startsWith("[")
                || ADDRESS.matcher(name).matches();
    }

    /** Programs say neither where a request comes from nor what kind it is. */
    private static boolean isFromElsewhere(Request request, @Nullable String host) {
        String site = request.headers().first("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = request.headers().first("Origin");
        return origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host);
    }
}
