package dev.cognate.pools;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.concurrent.Executor;

/**
 * What a node does beside answering requests: how its copies age and where its clearing runs.
 *
 * @param ticker tells the age of copies
 * @param background runs what nobody waits for
 */
record Surroundings(Ticker ticker, Executor background) {

    /** Copies age by the machine's monotonic clock; the background is virtual threads, which hold up no stop. */
    static Surroundings ofNode() {
        return new Surroundings(
                Ticker.systemTicker(),
                task -> Thread.ofVirtual().name("pool-purge").start(task));
    }
}
