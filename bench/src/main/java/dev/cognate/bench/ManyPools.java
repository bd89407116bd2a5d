package dev.cognate.bench;

import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.SeededPools;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;

/**
 * What a request costs on a server with 10,000 pools of five clients each, compared with one pool: ResendConfirmationCode
 * and SignUp for all pools in turn, at a rate at which nobody waits in a queue; and what the calls that describe and list
 * them cost.
 */
final class ManyPools implements Benchmark {
    private static final int MANY = 10_000;
    private static final int USERS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final int RESENDS_PER_SECOND = 500;
    private static final int SIGN_UPS_PER_SECOND = 100;
    private static final int FEWEST_PER_PROCESSOR_SECOND = 5_000;
    private static final int FEWEST_LISTS = 1_000;
    private static final double AIM = 1.1;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int many = bench.users(MANY);
        try (Side one = Side.start(bench, "pools-one", 1);
                Side all = Side.start(bench, "pools-many", many)) {
            compare(bench, "ResendConfirmationCode", RESENDS_PER_SECOND, one::resend, all::resend);
            compare(bench, "SignUp", SIGN_UPS_PER_SECOND, one::signUp, all::signUp);
            describe(bench, all);
        }
    }

    /** One round of a load. */
    @FunctionalInterface
    private interface Round {
        Measured run(Bench bench) throws IOException, InterruptedException;
    }

    private static void compare(Bench bench, String operation, int rate, Round one, Round all)
            throws IOException, InterruptedException {
        List<Measured> ofOne = new ArrayList<>();
        List<Measured> ofAll = new ArrayList<>();
        int warmUp = bench.rounds(3);
        for (int round = 0; round < warmUp + bench.rounds(6); round++) {
            Measured first = one.run(bench);
            Measured second = all.run(bench);
            if (round >= warmUp) {
                ofOne.add(first);
                ofAll.add(second);
            }
        }
        String what = operation + ", " + rate + "/s: ";
        ratio(bench, what + "processor time", "us", ofOne, ofAll, Measured::serverMicros);
        ratio(bench, what + "latency, median", "ms", ofOne, ofAll, ManyPools::millis);
        bench.report()
                .add(Figure.note("faults, one pool and many", Measured.faults(ofOne) + "; " + Measured.faults(ofAll)));
    }

    private static double millis(Measured round) {
        return round.outcome().latencies().within(0.5).toNanos() / 1e6;
    }

    private static void ratio(
            Bench bench,
            String what,
            String unit,
            List<Measured> one,
            List<Measured> all,
            ToDoubleFunction<Measured> number) {
        double few = Measured.median(one, number);
        double many = Measured.median(all, number);
        bench.report()
                .add(new Figure(
                        what,
                        Text.ratio(many) + " " + unit + ", one pool " + Text.ratio(few) + " " + unit,
                        "x " + Text.ratio(many / few),
                        "<= 1.1",
                        many / few <= AIM));
    }

    private static void describe(Bench bench, Side all) throws IOException, InterruptedException {
        calls(bench, all, FEWEST_PER_PROCESSOR_SECOND, Script.of("DescribeUserPool", all::pool));
        calls(bench, all, FEWEST_PER_PROCESSOR_SECOND, Script.of("DescribeUserPoolClient", all::client));
        calls(bench, all, FEWEST_PER_PROCESSOR_SECOND, Script.of("ListUserPoolClients", all::pool));
        calls(bench, all, FEWEST_LISTS, Script.of("ListUserPools", _ -> "{\"MaxResults\": 60}"));
    }

    private static void calls(Bench bench, Side side, int aim, Script script) throws IOException, InterruptedException {
        Plan plan = Plan.closedLoop(side.server.address(), CONNECTIONS, bench.seconds(2));
        var _ = Measured.of(side.server, plan, script);
        Measured measured = Measured.of(side.server, plan, script);
        double perProcessor = 1e6 / measured.serverMicros();
        bench.report()
                .add(new Figure(
                        script.operation() + (script.operation().equals("ListUserPools") ? ", pages of 60" : ""),
                        Text.count(perProcessor) + " requests per processor second",
                        Text.count(measured.serverMicros()) + " us/request",
                        ">= " + Text.count(aim),
                        perProcessor >= aim));
        bench.report().add(Figure.note("faults", Measured.faults(List.of(measured))));
    }

    /** A server with its pools. */
    private static final class Side implements AutoCloseable {
        private final Server server;
        private final Path folder;
        private final int pools;
        private final int users;
        private final Names.Draw draw;
        private long resends;
        private long signUps;

        private Side(Server server, Path folder, int pools, int users) {
            this.server = server;
            this.folder = folder;
            this.pools = pools;
            this.users = users;
            this.draw = new Names.Draw(users, 12);
        }

        static Side start(Bench bench, String name, int pools) throws IOException, InterruptedException {
            Path folder = bench.folder(name);
            int users = bench.users(USERS);
            long began = System.nanoTime();
            SeededPools.make(folder, pools, users, bench.random(), bench.clock());
            bench.report()
                    .progress(Text.count(pools) + " pools made in " + Text.ratio((System.nanoTime() - began) / 1e9)
                            + " s");
            return new Side(bench.cognate().serve(folder), folder, pools, users);
        }

        private Measured round(Bench bench, int rate, long first, Script script)
                throws IOException, InterruptedException {
            Plan plan = Plan.closedLoop(server.address(), CONNECTIONS, bench.seconds(4))
                    .atRate(rate)
                    .from(first);
            return Measured.of(server, plan, script, Measured.delivery(folder));
        }

        Measured resend(Bench bench) throws IOException, InterruptedException {
            SeededFolder.forgetTheHour(folder);
            Measured measured = round(bench, RESENDS_PER_SECOND, resends, Script.of("ResendConfirmationCode", place ->
                    """
                            {"ClientId": "%s", "Username": "%s"}""".formatted(clientOf(draw.number(place), place), draw.username(place))));
            resends += measured.outcome().requests();
            return measured;
        }

        Measured signUp(Bench bench) throws IOException, InterruptedException {
            LongFunction<String> names = number -> Names.username(users + number);
            Measured measured = round(bench, SIGN_UPS_PER_SECOND, signUps, Script.of("SignUp", number ->
                    """
                    {"ClientId": "%1$s", "Username": "%2$s", "Password": "Everybody-has-1-password", \
                    "UserAttributes": [{"Name": "email", "Value": "%2$s@example.com"}]}""".formatted(clientOf(number, number), names.apply(number))));
            signUps += measured.outcome().requests();
            return measured;
        }

        private String clientOf(long user, long place) {
            return SeededPools.client(user % pools, place).value();
        }

        String pool(long number) {
            return "{\"UserPoolId\": \"" + SeededPools.pool(number % pools) + "\"}";
        }

        String client(long number) {
            return "{\"UserPoolId\": \"%s\", \"ClientId\": \"%s\"}"
                    .formatted(SeededPools.pool(number % pools), clientOf(number, number));
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
