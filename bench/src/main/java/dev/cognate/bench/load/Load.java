package dev.cognate.bench.load;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Carries a plan out. */
public final class Load {
    /** How long the last answers may take once no more requests are sent. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(20);

    private final Plan plan;
    private final Script script;

    private Load(Plan plan, Script script) {
        this.plan = plan;
        this.script = script;
    }

    /**
     * Sends the requests of the script as planned, and returns when the last is answered.
     *
     * @throws IOException no connection can be made
     * @throws InterruptedException the caller was interrupted; the load stops
     */
    public static Outcome run(Plan plan, Script script) throws IOException, InterruptedException {
        return new Load(plan, script).run();
    }

    private Outcome run() throws IOException, InterruptedException {
        List<HttpConnection> connections = new ArrayList<>();
        try {
            for (int i = 0; i < plan.connections(); i++) {
                connections.add(new HttpConnection(plan.server()));
            }
            return send(connections);
        } finally {
            for (HttpConnection connection : connections) {
                connection.close();
            }
        }
    }

    private Outcome send(List<HttpConnection> connections) throws InterruptedException {
        CountDownLatch start = new CountDownLatch(1);
        Pace pace = new Pace(plan);
        List<Worker> workers = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (HttpConnection connection : connections) {
            Worker worker = new Worker(script, connection, pace, start);
            workers.add(worker);
            threads.add(Thread.ofPlatform().daemon().name("load").start(worker));
        }
        pace.begin();
        start.countDown();
        long patience = System.nanoTime() + plan.longest().plus(LAST_ANSWERS).toNanos();
        for (int i = 0; i < threads.size(); i++) {
            if (!threads.get(i).join(Duration.ofNanos(Math.max(1, patience - System.nanoTime())))) {
                cutOff(connections.get(i), threads.get(i));
            }
        }
        return outcome(workers, Duration.ofNanos(pace.sinceBegin()));
    }

    /** A server that does not answer at all: the request counts as one without an answer. */
    private static void cutOff(HttpConnection connection, Thread thread) throws InterruptedException {
        try {
            connection.close();
        } catch (IOException alreadyClosed) {
            thread.interrupt();
        }
        thread.join();
    }

    private static Outcome outcome(List<Worker> workers, Duration took) {
        Map<String, Long> faults = new HashMap<>();
        workers.forEach(worker -> worker.faults().forEach((type, count) -> faults.merge(type, count, Long::sum)));
        return new Outcome(
                workers.stream().mapToLong(Worker::succeeded).sum(),
                faults,
                Latencies.of(workers.stream().map(Worker::log).toList()),
                took);
    }
}
