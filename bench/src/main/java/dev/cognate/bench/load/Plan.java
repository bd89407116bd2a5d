package dev.cognate.bench.load;

import java.net.URI;
import java.time.Duration;

/**
 * How a script is carried out.
 *
 * @param server where to, as in {@code http://127.0.0.1:2646}; an address of this machine
 * @param connections how many connections are open, each with at most one request under way
 * @param perSecond the requests that fall due each second, evenly spaced (open loop); 0 to send as soon as the answer
 *     before is there (closed loop)
 * @param first the number of the first request
 * @param requests how many requests are sent at most
 * @param longest after which no more are sent
 */
public record Plan(URI server, int connections, int perSecond, long first, long requests, Duration longest) {

    /** Refuses a plan without an end, and one that leaves this machine. */
    public Plan {
        if (!server.getHost().equals("127.0.0.1")) {
            throw new IllegalArgumentException("Load is for servers on 127.0.0.1, not for " + server.getHost());
        }
        if (connections < 1 || perSecond < 0 || requests < 1 || !longest.isPositive()) {
            throw new IllegalArgumentException("A plan has connections, requests and an end");
        }
    }

    /** As fast as the answers come. */
    public static Plan closedLoop(URI server, int connections, Duration longest) {
        return new Plan(server, connections, 0, 0, Long.MAX_VALUE / 2, longest);
    }

    /** The same at a given rate. */
    public Plan atRate(int requestsPerSecond) {
        return new Plan(server, connections, requestsPerSecond, first, requests, longest);
    }

    /** The same from another number on. */
    public Plan from(long number) {
        return new Plan(server, connections, perSecond, number, requests, longest);
    }

    /** The same with another number of requests at most. */
    public Plan atMost(long number) {
        return new Plan(server, connections, perSecond, first, number, longest);
    }
}
