package dev.cognate.front;

import org.jspecify.annotations.Nullable;

/**
 * How the front behaves.
 *
 * @param api where the API and the pages are served
 * @param management where health and metrics are served, null for nowhere
 * @param defaultRegion the region of requests that name none, such as {@code us-east-1}
 * @param limits what one client may cost
 * @param accessLog whether each request is written to the logger {@code access}
 * @param strict whether an error that the model does not list for its operation fails the request (tests), instead of
 *     being answered and logged
 */
public record FrontSettings(
        Listen api,
        @Nullable Listen management,
        String defaultRegion,
        FrontLimits limits,
        boolean accessLog,
        boolean strict) {}
