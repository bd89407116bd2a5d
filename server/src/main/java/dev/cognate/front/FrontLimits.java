package dev.cognate.front;

import java.time.Duration;

/**
 * What one client may cost the server.
 *
 * @param maxBody the largest request body in bytes
 * @param requestTime within which a request must arrive completely, counted from its first byte, and within which a
 *     client must take its answer; whoever is slower is cut off
 * @param idleTime after which a connection without a request is closed
 * @param maxRequests how many requests are worked on at the same time; those beyond are refused with status 503
 * @param maxConnections how many connections are open at the same time; those beyond wait to be accepted
 */
public record FrontLimits(int maxBody, Duration requestTime, Duration idleTime, int maxRequests, int maxConnections) {

    /** The defaults: 2 MiB, 10 seconds, 60 seconds, 1,024 requests, 4,096 connections. */
    public static final FrontLimits DEFAULT =
            new FrontLimits(2 * 1024 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(60), 1024, 4096);

    /** Checks that everything is above zero. */
    public FrontLimits {
        if (maxBody < 1 || maxRequests < 1 || maxConnections < 1) {
            throw new IllegalArgumentException("A limit of the listener is a number above zero");
        }
        if (!requestTime.isPositive() || !idleTime.isPositive()) {
            throw new IllegalArgumentException("A time limit of the listener is above zero");
        }
    }

    /** The same limits with another size of the body. */
    public FrontLimits withMaxBody(int bytes) {
        return new FrontLimits(bytes, requestTime, idleTime, maxRequests, maxConnections);
    }

    /** The same limits with other times. */
    public FrontLimits withTimes(Duration request, Duration idle) {
        return new FrontLimits(maxBody, request, idle, maxRequests, maxConnections);
    }

    /** The same limits with another number of concurrent requests. */
    public FrontLimits withMaxRequests(int requests) {
        return new FrontLimits(maxBody, requestTime, idleTime, requests, maxConnections);
    }
}
