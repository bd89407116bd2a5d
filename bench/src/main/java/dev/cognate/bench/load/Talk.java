package dev.cognate.bench.load;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A load of exchanges in which a request follows from the answer before it, as in a sign-in by challenge. Closed loop:
 * each connection begins its next exchange when the one before is over.
 */
public final class Talk {
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    private final URI server;
    private final Exchange exchange;
    private final AtomicLong next = new AtomicLong();
    private final long end;

    private Talk(URI server, Duration longest, Exchange exchange) {
        this.server = server;
        this.exchange = exchange;
        this.end = System.nanoTime() + longest.toNanos();
    }

    /** One exchange of several requests. Used by many threads, each with a connection of its own. */
    @FunctionalInterface
    public interface Exchange {
        /** Carries out the exchange with this number; the fault that it ended with, null for none. */
        @Nullable String over(Probe connection, long number) throws IOException;
    }

    /** Carries out exchanges on so many connections for so long, and returns when the last is over. */
    public static Outcome run(URI server, int connections, Duration longest, Exchange exchange)
            throws InterruptedException {
        return new Talk(server, longest, exchange).run(connections);
    }

    private Outcome run(int connections) throws InterruptedException {
        long began = System.nanoTime();
        List<Side> sides = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            Side side = new Side();
            sides.add(side);
            threads.add(Thread.ofPlatform().daemon().name("talk").start(side));
        }
        for (Thread thread : threads) {
            if (!thread.join(
                    Duration.ofNanos(Math.max(1, end - System.nanoTime())).plus(LAST_ANSWERS))) {
                throw new IllegalStateException("A server does not answer any more");
            }
        }
        Map<String, Long> faults = new HashMap<>();
        sides.forEach(side -> side.faults.forEach((type, count) -> faults.merge(type, count, Long::sum)));
        return new Outcome(
                sides.stream().mapToLong(side -> side.succeeded).sum(),
                faults,
                Latencies.of(sides.stream().map(side -> side.log).toList()),
                Duration.ofNanos(System.nanoTime() - began));
    }

    /** One connection's thread. Read it when the thread has ended. */
    private final class Side implements Runnable {
        private final Latencies.Log log = new Latencies.Log();
        private final Map<String, Long> faults = new HashMap<>();
        private long succeeded;

        @Override
        public void run() {
            try (Probe connection = new Probe(server)) {
                while (System.nanoTime() < end) {
                    long begin = System.nanoTime();
                    String fault = exchange.over(connection, next.getAndIncrement());
                    log.add(System.nanoTime() - begin);
                    if (fault == null) {
                        succeeded++;
                    } else {
                        faults.merge(fault, 1L, Long::sum);
                    }
                }
            } catch (IOException lost) {
                faults.merge("connection", 1L, Long::sum);
            }
        }
    }
}
