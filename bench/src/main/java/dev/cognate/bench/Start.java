package dev.cognate.bench;

import dev.cognate.bench.load.Load;
import dev.cognate.bench.load.Outcome;
import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Calls;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.Program;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How long a user waits: from the start of the packaged server, on a folder with data, to its first answer; and for a whole
 * command line, compared with the AWS CLI. And how much memory an idle server holds.
 */
final class Start implements Benchmark {
    private static final int TIMES = 11;
    private static final int USERS = 10_000;
    private static final double AIM_MILLIS = 1_000;
    private static final long AIM_MEBIBYTES = 150;
    private static final double AIM_OF_AWS = 1.0 / 3;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Path folder = bench.seeded("start", bench.users(USERS));
        firstAnswer(bench, folder);
        idleMemory(bench, folder);
        commandLine(bench, folder);
    }

    private static String resendBody(int user) {
        return """
                {"ClientId": "%s", "Username": "%s"}""".formatted(SeededFolder.CLIENT.value(), Names.username(user));
    }

    private static void firstAnswer(Bench bench, Path folder) throws IOException, InterruptedException {
        List<Double> millis = new ArrayList<>();
        for (int time = 0; time < bench.rounds(TIMES); time++) {
            int user = time;
            URI server = URI.create("http://127.0.0.1:" + Calls.freePort());
            Script script = Script.of("ResendConfirmationCode", _ -> resendBody(user));
            long begin = System.nanoTime();
            try (Program _ = bench.cognate().launch(folder, server.getPort(), Map.of())) {
                awaitAnswer(Plan.closedLoop(server, 1, LONGEST).atMost(1), script);
                millis.add((System.nanoTime() - begin) / 1e6);
            }
        }
        double median = Text.median(millis);
        bench.report()
                .add(new Figure(
                        "start to first answer, median of " + millis.size(),
                        Text.count(median) + " ms",
                        Text.ratio(median / AIM_MILLIS) + " of the aim",
                        "<= 1.0 s",
                        median <= AIM_MILLIS));
    }

    private static void awaitAnswer(Plan plan, Script script) throws IOException, InterruptedException {
        long patience = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                Outcome outcome = Load.run(plan, script);
                if (outcome.succeeded() == 1) {
                    return;
                }
                throw new IOException("The first request was answered with " + outcome.faults());
            } catch (ConnectException notYet) {
                if (System.nanoTime() > patience) {
                    throw notYet;
                }
                Thread.sleep(1);
            }
        }
    }

    private static void idleMemory(Bench bench, Path folder) throws IOException, InterruptedException {
        try (Server server = bench.cognate().serve(folder)) {
            Calls.call(server.address(), "ResendConfirmationCode", resendBody(TIMES));
            Thread.sleep(Duration.ofSeconds(10));
            long mebibytes = server.program().residentMebibytes();
            bench.report()
                    .add(new Figure(
                            "resident memory, idle for 10 s",
                            mebibytes + " MiB",
                            Text.ratio((double) mebibytes / AIM_MEBIBYTES) + " of the aim",
                            "<= 150 MB",
                            mebibytes <= AIM_MEBIBYTES));
        }
    }

    private static void commandLine(Bench bench, Path folder) throws IOException, InterruptedException {
        Path aws = bench.tool("BENCH_AWS");
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        try (Server server = bench.cognate().serve(folder)) {
            int user = TIMES + 1;
            for (int time = 0; time <= bench.rounds(TIMES); time++) {
                double own = time(bench, bench.cognate().command(), server, user++);
                double other = aws == null ? 0 : time(bench, aws, server, user++);
                if (time > 0) { // The first warms the disk's cache.
                    ours.add(own);
                    theirs.add(other);
                }
            }
        }
        report(bench, Text.median(ours), aws == null ? 0 : Text.median(theirs));
    }

    private static double time(Bench bench, Path program, Server server, int user)
            throws IOException, InterruptedException {
        List<String> line = List.of(
                program.toString(),
                "cognito-idp",
                "resend-confirmation-code",
                "--client-id",
                server.client(),
                "--username",
                Names.username(user),
                "--endpoint-url",
                server.address().toString(),
                "--region",
                "us-east-1",
                "--no-sign-request");
        Path folder = bench.folder("start-output");
        long begin = System.nanoTime();
        try (Program running = Program.start(line, Map.of("COGNATE_NO_BUILD", "1"), folder)) {
            String printed = running.result(LONGEST);
            double millis = (System.nanoTime() - begin) / 1e6;
            if (!printed.contains("CodeDeliveryDetails")) {
                throw new IOException(program + " printed something else: " + printed);
            }
            return millis;
        }
    }

    private static void report(Bench bench, double ours, double theirs) {
        if (theirs == 0) {
            bench.report().add(Figure.of("a whole command line: cognate", Text.count(ours) + " ms", "no AWS CLI here"));
            return;
        }
        bench.report().add(Figure.of("a whole command line: aws", Text.count(theirs) + " ms", ""));
        bench.report()
                .add(new Figure(
                        "a whole command line: cognate",
                        Text.count(ours) + " ms",
                        Text.ratio(ours / theirs) + " of the AWS CLI's time",
                        "<= a third",
                        ours / theirs <= AIM_OF_AWS));
    }
}
