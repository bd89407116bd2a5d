package dev.cognate.bench;

import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Probe;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Asking;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.SeededFolder.Standing;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * ListUsers with 1,000,000 users, compared with 1,000: by e-mail address, in interleaved rounds; and all users page by
 * page, where a page in the middle of many must cost what a page of few costs.
 */
final class Lists implements Benchmark {
    private static final int FEW = 1_000;
    private static final int MANY = 1_000_000;
    private static final int CONNECTIONS = 8;
    private static final int PAGE = 60;
    private static final double AIM = 1.3;
    private static final Pattern TOKEN = Pattern.compile("\"PaginationToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern USER = Pattern.compile("\"UserCreateDate\"");

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int many = bench.users(MANY);
        try (Side small = Side.start(bench, "list-few", FEW);
                Side large = Side.start(bench, "list-many", many)) {
            int warmUp = bench.rounds(3);
            for (int round = 0; round < warmUp + bench.rounds(5); round++) {
                small.round(bench, round >= warmUp);
                large.round(bench, round >= warmUp);
            }
            filtered(bench, small, large, many);
            pages(bench, small, large);
        }
    }

    private static void filtered(Bench bench, Side small, Side large, int many) {
        double cost = large.micros() / small.micros();
        bench.report()
                .add(Figure.of(
                        "by email, " + Text.count(FEW) + " users",
                        Text.count(small.micros()) + " us/request",
                        Text.count(small.perSecond()) + " requests/s"));
        bench.report()
                .add(new Figure(
                        "by email, " + Text.count(many) + " users",
                        Text.count(large.micros()) + " us/request",
                        "x " + Text.ratio(cost) + "; " + Text.count(large.perSecond()) + " requests/s",
                        "<= 1.3",
                        cost <= AIM));
        bench.report()
                .add(Figure.note(
                        "faults, few and many", Measured.faults(small.rounds) + "; " + Measured.faults(large.rounds)));
    }

    private static void pages(Bench bench, Side small, Side large) throws IOException {
        double[] ofFew = small.walk();
        for (int i = 0; i < bench.rounds(20); i++) {
            ofFew = small.walk(); // The last walk counts: its code is as warm as that of the long one.
        }
        double[] ofMany = large.walk();
        double few = Text.median(Arrays.stream(ofFew).boxed().toList());
        double early = median(ofMany, 0, 1);
        double late = median(ofMany, 8, 9);
        bench.report()
                .add(Figure.of("pages of all " + Text.count(FEW) + " users, median", Text.count(few) + " us", ""));
        bench.report()
                .add(Figure.of(
                        "pages of many, first tenth", Text.count(early) + " us", "x " + Text.ratio(early / few)));
        bench.report()
                .add(new Figure(
                        "pages of many, ninth tenth",
                        Text.count(late) + " us",
                        "x " + Text.ratio(late / few),
                        "<= 1.3",
                        late / few <= AIM));
        bench.report()
                .add(Figure.note("users on " + Text.count((double) ofMany.length) + " pages", Text.count(large.users)));
    }

    /** The median of some tenths of the values. */
    private static double median(double[] values, int from, int to) {
        return Text.median(Arrays.stream(values, from * values.length / 10, to * values.length / 10)
                .boxed()
                .toList());
    }

    /** A server with its users. */
    private static final class Side implements AutoCloseable {
        private final Server server;
        private final Script script;
        private final int users;
        private final List<Measured> rounds = new ArrayList<>();
        private long place;

        private Side(Server server, Script script, int users) {
            this.server = server;
            this.script = script;
            this.users = users;
        }

        static Side start(Bench bench, String name, int users) throws IOException, InterruptedException {
            Path folder = bench.folder(name);
            SeededFolder.make(folder, users, _ -> Standing.CONFIRMED, bench.random(), bench.clock());
            bench.report().progress(Text.count(users) + " users made");
            Server server = bench.cognate().serve(folder);
            return new Side(server, Asking.listByEmail(server, new Names.Draw(users, 6)), users);
        }

        void round(Bench bench, boolean counts) throws IOException, InterruptedException {
            Plan plan = Plan.closedLoop(server.address(), CONNECTIONS, bench.seconds(3))
                    .from(place);
            Measured measured = Measured.of(server, plan, script);
            place += measured.outcome().requests();
            if (counts) {
                rounds.add(measured);
            }
        }

        double micros() {
            return Measured.median(rounds, Measured::serverMicros);
        }

        double perSecond() {
            return Measured.median(rounds, Measured::perSecond);
        }

        /** Goes through all pages; the microseconds of each. */
        double[] walk() throws IOException {
            List<Double> micros = new ArrayList<>();
            int seen = 0;
            try (Probe probe = new Probe(server.address())) {
                String token = "";
                do {
                    String member = token.isEmpty() ? "" : ", \"PaginationToken\": \"" + token + "\"";
                    Script page = Script.of("ListUsers", _ -> """
                            {"UserPoolId": "%s", "Limit": %d%s}""".formatted(server.pool(), PAGE, member));
                    Probe.Answer answer = probe.ask(page, 0);
                    micros.add(answer.nanos() / 1e3);
                    seen += (int) USER.matcher(answer.body()).results().count();
                    Matcher next = TOKEN.matcher(answer.body());
                    token = next.find() ? next.group(1) : "";
                } while (!token.isEmpty());
            }
            if (seen != users) {
                throw new IOException("The pages hold " + seen + " users, not " + users);
            }
            return micros.stream().mapToDouble(Double::doubleValue).toArray();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
