package dev.cognate.bench;

import dev.cognate.bench.load.Load;
import dev.cognate.bench.load.Outcome;
import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Program;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * A load with what it cost.
 *
 * @param outcome what became of it
 * @param serverTime processor time of the server
 * @param generatorTime processor time of the load generator, which is this process
 */
record Measured(Outcome outcome, Duration serverTime, Duration generatorTime) {
    private static final Duration LONGEST_DELIVERY = Duration.ofSeconds(60);

    /** What has to be over, after the last answer, before the server's time is taken. */
    @FunctionalInterface
    interface Aftermath {
        void await() throws IOException, InterruptedException;
    }

    /** Puts a load on a server. */
    static Measured of(Server server, Plan plan, Script script) throws IOException, InterruptedException {
        return of(server, plan, script, () -> {});
    }

    /** Puts a load on a server; the work that it leaves behind counts as part of what it cost. */
    static Measured of(Server server, Plan plan, Script script, Aftermath aftermath)
            throws IOException, InterruptedException {
        return of(server, () -> Load.run(plan, script), aftermath);
    }

    /** A load of any kind. */
    @FunctionalInterface
    interface Loading {
        Outcome run() throws IOException, InterruptedException;
    }

    /** Puts a load on a server. */
    static Measured of(Server server, Loading loading) throws IOException, InterruptedException {
        return of(server, loading, () -> {});
    }

    private static Measured of(Server server, Loading loading, Aftermath aftermath)
            throws IOException, InterruptedException {
        Duration before = server.program().processorTime();
        Duration ownBefore = Program.ownProcessorTime();
        Outcome outcome = loading.run();
        Duration own = Program.ownProcessorTime().minus(ownBefore);
        aftermath.await();
        return new Measured(outcome, server.program().processorTime().minus(before), own);
    }

    /** Waits until every message of a data folder has arrived in the inbox. */
    static Aftermath delivery(Path folder) {
        return () -> {
            long patience = System.nanoTime() + LONGEST_DELIVERY.toNanos();
            while (SeededFolder.undelivered(folder) > 0) {
                if (System.nanoTime() > patience) {
                    throw new IOException("Messages are still not delivered a minute after the load");
                }
                Thread.sleep(100);
            }
        };
    }

    double perSecond() {
        return outcome.perSecond();
    }

    /** The server's processor time for each request, in microseconds. */
    double serverMicros() {
        return serverTime.toNanos() / 1e3 / outcome.requests();
    }

    /** The generator's processor time for each request, in microseconds. */
    double generatorMicros() {
        return generatorTime.toNanos() / 1e3 / outcome.requests();
    }

    /** The faults by type, or that there were none. */
    static String faults(List<Measured> rounds) {
        Map<String, Long> all = new java.util.TreeMap<>();
        rounds.forEach(round -> round.outcome.faults().forEach((type, count) -> all.merge(type, count, Long::sum)));
        long requests =
                rounds.stream().mapToLong(round -> round.outcome.requests()).sum();
        return (all.isEmpty() ? "none" : all.toString()) + " of " + Text.count((double) requests) + " requests";
    }

    /** The median of a number over the rounds. */
    static double median(List<Measured> rounds, ToDoubleFunction<Measured> number) {
        return Text.median(rounds.stream().mapToDouble(number).boxed().toList());
    }
}
