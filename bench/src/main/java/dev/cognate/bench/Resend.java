package dev.cognate.bench;

import dev.cognate.bench.load.Latencies;
import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Asking;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * ResendConfirmationCode as it is used: the packaged server with its default settings, every answer after its commit is on
 * the disk, the message delivered to the inbox, the hourly limit on, users in random order out of 100,000.
 */
final class Resend implements Benchmark {
    /** The connections that issue 2 asks for. */
    static final int CONNECTIONS = 64;

    private static final int USERS = 100_000;
    private static final int RATE = 1_000;
    private static final double AIM_PER_SECOND = 5_000;
    private static final Duration AIM_LATENCY = Duration.ofMillis(10);

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int users = bench.users(USERS);
        Path folder = bench.seeded("resend", users);
        try (Server server = bench.cognate().serve(folder)) {
            Script script = Asking.resend(server, new Names.Draw(users, 1));
            Plan closed = Plan.closedLoop(server.address(), CONNECTIONS, bench.seconds(10))
                    .atMost(users);
            Load load = new Load(bench, server, script, folder);
            for (int round = 0; round < bench.rounds(2); round++) {
                load.round(closed); // Compiled code is what runs in production, and it comes with time.
            }
            SeededFolder.forgetTheHour(folder);
            List<Measured> rounds = new ArrayList<>();
            for (int round = 0; round < bench.rounds(3); round++) {
                rounds.add(load.round(closed));
            }
            throughput(bench, rounds);
            SeededFolder.forgetTheHour(folder);
            Plan open = Plan.closedLoop(server.address(), CONNECTIONS, bench.seconds(30))
                    .atRate(RATE);
            load.round(open.atMost(Math.max(1, bench.seconds(5).toSeconds()) * RATE));
            latency(bench, load.round(open));
            bench.report()
                    .add(Figure.of("resident memory after it", server.program().residentMebibytes() + " MiB", ""));
        }
    }

    /** Rounds that go on in the draw where the one before ended, so that everybody is asked about equally often. */
    private static final class Load {
        private final Bench bench;
        private final Server server;
        private final Script script;
        private final Path folder;
        private long place;

        Load(Bench bench, Server server, Script script, Path folder) {
            this.bench = bench;
            this.server = server;
            this.script = script;
            this.folder = folder;
        }

        Measured round(Plan plan) throws IOException, InterruptedException {
            Measured measured = Measured.of(server, plan.from(place), script, Measured.delivery(folder));
            place += measured.outcome().requests();
            bench.report().progress(Text.count(measured.perSecond()) + " requests/s");
            return measured;
        }
    }

    private static void throughput(Bench bench, List<Measured> rounds) {
        double perSecond = Measured.median(rounds, Measured::perSecond);
        double micros = Measured.median(rounds, Measured::serverMicros);
        bench.report()
                .add(new Figure(
                        "throughput, closed loop, " + CONNECTIONS + " connections",
                        Text.count(perSecond) + " requests/s",
                        Text.ratio(perSecond / AIM_PER_SECOND) + " of the aim",
                        ">= 5,000/s",
                        perSecond >= AIM_PER_SECOND));
        bench.report().add(Figure.of("latency in it: p50, p99, p99.9", percentiles(rounds.getLast()), ""));
        bench.report()
                .add(Figure.of(
                        "server's processor time, with the delivery",
                        Text.count(micros) + " us/request",
                        Text.ratio(perSecond * micros / 1e6) + " processors"));
        double generator = Measured.median(rounds, Measured::generatorMicros);
        bench.report()
                .add(Figure.of(
                        "generator's processor time",
                        Text.count(generator) + " us/request",
                        Text.ratio(generator / micros) + " of the server's"));
        bench.report().add(Figure.note("faults", Measured.faults(rounds)));
    }

    private static void latency(Bench bench, Measured open) {
        Duration p99 = open.outcome().latencies().within(0.99);
        bench.report()
                .add(new Figure(
                        "latency, open loop, " + Text.count(RATE) + "/s: p50, p99, p99.9",
                        percentiles(open),
                        Text.ratio((double) p99.toNanos() / AIM_LATENCY.toNanos()) + " of the aim",
                        "p99 < 10 ms",
                        p99.compareTo(AIM_LATENCY) < 0));
        bench.report()
                .add(Figure.of(
                        "server's processor time at that rate",
                        Text.count(open.serverMicros()) + " us/request",
                        Text.ratio(open.perSecond() / RATE) + " of the rate reached"));
        bench.report().add(Figure.note("faults", Measured.faults(List.of(open))));
    }

    private static String percentiles(Measured measured) {
        Latencies latencies = measured.outcome().latencies();
        return Text.millis(latencies.within(0.5)) + ", " + Text.millis(latencies.within(0.99)) + ", "
                + Text.millis(latencies.within(0.999));
    }
}
