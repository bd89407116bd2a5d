package dev.cognate.bench;

import dev.cognate.bench.load.Load;
import dev.cognate.bench.load.Outcome;
import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Asking;
import dev.cognate.bench.subject.DirectoryLoad;
import dev.cognate.bench.subject.ImportJobs;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A million users by import jobs, without password hashes, while others go on asking for codes at an even rate: rows per
 * second, compared with the directory alone; the most memory; and what the others notice. Names and addresses come in no
 * order, and one tells nothing of the other.
 */
final class Imports implements Benchmark {
    private static final int USERS = 1_000_000;
    private static final int OTHERS = 10_000;
    private static final int CONNECTIONS = 4;
    private static final int RATE = 50;
    private static final double AIM_SECONDS = 60;
    private static final Duration ROUND = Duration.ofSeconds(5);

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int users = bench.users(USERS);
        Path folder = bench.seeded("import", OTHERS);
        double alone = DirectoryLoad.perSecond(bench.folder("import-directory"), users, bench.random(), bench.clock());
        bench.report().progress("the directory alone: " + Text.count(alone) + " users/s");
        try (Server server = bench.cognate().serve(folder)) {
            Others others = new Others(server);
            others.round(); // To get warm.
            Outcome idle = others.round();
            long before = server.program().residentMebibytes();
            List<Outcome> meanwhile = new ArrayList<>();
            Duration took = withOthers(() -> ImportJobs.run(server, users), others, meanwhile);
            report(bench, users, took, alone);
            bench.report()
                    .add(Figure.of(
                            "most resident memory", server.program().peakMebibytes() + " MiB", before + " MiB before"));
            others(bench, idle, meanwhile);
        }
    }

    /** Runs the import beside rounds of other requests. */
    private static Duration withOthers(ImportJobs.Work work, Others others, List<Outcome> rounds)
            throws IOException, InterruptedException {
        try (ExecutorService beside = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Duration> running = beside.submit(work::run);
            while (!running.isDone()) {
                rounds.add(others.round());
            }
            if (running.state() == Future.State.FAILED) {
                throw new IOException("The import failed", running.exceptionNow());
            }
            return running.resultNow();
        }
    }

    private static void report(Bench bench, int users, Duration took, double alone) {
        double seconds = took.toMillis() / 1e3;
        double aim = AIM_SECONDS * users / USERS;
        bench.report()
                .add(new Figure(
                        "import of " + Text.count(users) + " users",
                        Text.ratio(seconds) + " s",
                        Text.ratio(seconds / aim) + " of the aim",
                        "<= " + Text.ratio(aim) + " s",
                        seconds <= aim));
        bench.report()
                .add(Figure.of(
                        "rows of it",
                        Text.count(users / seconds) + " rows/s",
                        Text.ratio(users / seconds / alone) + " of the directory alone, sorted"));
    }

    private static void others(Bench bench, Outcome idle, List<Outcome> meanwhile) {
        Duration p50 = worst(meanwhile, 0.5);
        Duration p99 = worst(meanwhile, 0.99);
        bench.report()
                .add(Figure.of(
                        "others before: p50, p99 at " + RATE + "/s",
                        Text.millis(idle.latencies().within(0.5)) + ", "
                                + Text.millis(idle.latencies().within(0.99)),
                        ""));
        bench.report()
                .add(Figure.of(
                        "others meanwhile, worst five seconds",
                        Text.millis(p50) + ", " + Text.millis(p99),
                        "p50 x "
                                + Text.ratio((double) p50.toNanos()
                                        / idle.latencies().within(0.5).toNanos())));
        long faults = meanwhile.stream()
                .mapToLong(outcome -> outcome.requests() - outcome.succeeded())
                .sum();
        bench.report().add(Figure.note("faults of others", Long.toString(faults)));
    }

    private static Duration worst(List<Outcome> rounds, double share) {
        return rounds.stream()
                .map(outcome -> outcome.latencies().within(share))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Users who are there already, and ask for their codes again. */
    private static final class Others {
        private final Server server;
        private final Script script;
        private long place;

        Others(Server server) {
            this.server = server;
            this.script = Asking.resend(server, new Names.Draw(OTHERS, 4));
        }

        Outcome round() throws IOException, InterruptedException {
            Outcome outcome = Load.run(
                    Plan.closedLoop(server.address(), CONNECTIONS, ROUND)
                            .atRate(RATE)
                            .from(place),
                    script);
            place += outcome.requests();
            return outcome;
        }
    }
}
