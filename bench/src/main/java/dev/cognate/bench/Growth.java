package dev.cognate.bench;

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
 * What a request costs with 1,000,000 users, compared with 1,000. A thousand users have five thousand requests an hour
 * among them, so the load comes in rounds of four thousand, and before each everybody's hour begins anew, on both sides.
 */
final class Growth implements Benchmark {
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int IN_A_ROUND = 4_000;
    private static final Duration LONGEST_ROUND = Duration.ofSeconds(20);
    private static final double AIM = 1.2;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int many = bench.users(MANY);
        try (Side small = Side.start(bench, "growth-few", FEW);
                Side large = Side.start(bench, "growth-many", many)) {
            int warmUp = bench.rounds(10);
            int rounds = warmUp + bench.rounds(20);
            for (int round = 0; round < rounds; round++) {
                small.round(round >= warmUp);
                large.round(round >= warmUp);
            }
            report(bench, small, large, many);
        }
    }

    private static void report(Bench bench, Side small, Side large, int many) {
        double cost = large.micros() / small.micros();
        double time = small.perSecond() / large.perSecond();
        bench.report()
                .add(Figure.of(
                        "processor time with " + Text.count(FEW) + " users",
                        Text.ratio(small.micros()) + " us/request",
                        ""));
        bench.report()
                .add(new Figure(
                        "processor time with " + Text.count(many) + " users",
                        Text.ratio(large.micros()) + " us/request",
                        "x " + Text.ratio(cost),
                        "<= 1.2",
                        cost <= AIM));
        bench.report()
                .add(Figure.of(
                        "throughput with " + Text.count(FEW) + " users",
                        Text.count(small.perSecond()) + " requests/s",
                        ""));
        bench.report()
                .add(new Figure(
                        "throughput with " + Text.count(many) + " users",
                        Text.count(large.perSecond()) + " requests/s",
                        "x " + Text.ratio(time) + " time",
                        "<= 1.2",
                        time <= AIM));
        bench.report()
                .add(Figure.note(
                        "faults, few and many users",
                        Measured.faults(small.rounds) + "; " + Measured.faults(large.rounds)));
    }

    /** A server with its users. */
    private static final class Side implements AutoCloseable {
        private final Server server;
        private final Path folder;
        private final Script script;
        private final List<Measured> rounds = new ArrayList<>();
        private long place;

        private Side(Server server, Path folder, Script script) {
            this.server = server;
            this.folder = folder;
            this.script = script;
        }

        static Side start(Bench bench, String name, int users) throws IOException, InterruptedException {
            long begin = System.nanoTime();
            Path folder = bench.seeded(name, users);
            bench.report()
                    .progress(Text.count(users) + " users made in "
                            + Duration.ofNanos(System.nanoTime() - begin).toSeconds() + " s");
            Server server = bench.cognate().serve(folder);
            return new Side(server, folder, Asking.resend(server, new Names.Draw(users, 3)));
        }

        void round(boolean counts) throws IOException, InterruptedException {
            SeededFolder.forgetTheHour(folder);
            Plan plan = Plan.closedLoop(server.address(), Resend.CONNECTIONS, LONGEST_ROUND)
                    .atMost(IN_A_ROUND)
                    .from(place);
            Measured measured = Measured.of(server, plan, script, Measured.delivery(folder));
            place += IN_A_ROUND;
            if (counts) {
                rounds.add(measured);
            }
        }

        /** Over all rounds together, since processor time comes in steps of 10 ms. */
        double micros() {
            return rounds.stream()
                            .mapToDouble(round -> round.serverTime().toNanos() / 1e3)
                            .sum()
                    / rounds.stream()
                            .mapToLong(round -> round.outcome().requests())
                            .sum();
        }

        double perSecond() {
            return Measured.median(rounds, Measured::perSecond);
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
