package dev.cognate.bench;

import dev.cognate.bench.load.Load;
import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.load.Talk;
import dev.cognate.bench.subject.Accounts;
import dev.cognate.bench.subject.Peer;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Signing in by SRP (both requests) and by password, new tokens for a refresh token and for a client, GetUser: requests
 * for each second of the server's processor time, how much of it is the arithmetic itself, and what other programs do.
 */
final class SignIns implements Benchmark {
    private static final int USERS = 100;
    private static final int CONNECTIONS = 8;
    private static final int WARM = 10_000;
    private static final int MOST_WARM_UPS = 12;
    private static final double AIM_SHARE = 0.85;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Map<String, Double> ours;
        try (Server server = bench.cognate().serve(bench.folder("signin"))) {
            ours = measure(bench, server);
        }
        for (Peer peer : Peers.peers(bench)) {
            try (Server server = peer.start(bench.folder("signin-" + peer.name()), 1)) {
                compare(bench, server, ours);
            }
        }
    }

    /**
     * What is done over and over.
     *
     * @param perSecondAim requests per second of processor time, 0 for no aim
     * @param arithmetic what of a request can be measured alone; null for nothing
     */
    private record Task(
            String name,
            Measured.Loading loading,
            double perSecondAim,
            @Nullable Arithmetic arithmetic) {}

    /** What the arithmetic of one request costs, and whether most of the request is to be that. */
    private record Arithmetic(ToMicros micros, boolean aimed) {}

    private interface ToMicros {
        double of(Primitives primitives);
    }

    private static Map<String, Double> measure(Bench bench, Server server) throws IOException, InterruptedException {
        Accounts accounts = Accounts.make(server, bench.users(USERS));
        Primitives primitives = new Primitives(bench.random());
        List<Task> tasks = tasks(bench, server, accounts);
        Map<String, List<Measured>> rounds = new LinkedHashMap<>();
        for (Task task : tasks) {
            warmUp(bench, server, task);
            primitives.round();
        }
        for (int round = 0; round < bench.rounds(3); round++) {
            for (Task task : tasks) {
                rounds.computeIfAbsent(task.name, _ -> new ArrayList<>()).add(Measured.of(server, task.loading));
            }
            primitives.round();
        }
        primitives(bench, primitives);
        Map<String, Double> perSecond = new LinkedHashMap<>();
        for (Task task : tasks) {
            List<Measured> of = rounds.getOrDefault(task.name, List.of());
            perSecond.put(task.name, Measured.median(of, Measured::perSecond));
            report(bench, task, of, primitives);
        }
        return perSecond;
    }

    /**
     * Compiled code is what runs in production, and it comes with requests, not with time: what runs once a request is
     * compiled for good after some 5,000 of them. After 4,000 sign-ins the compilers still had a sixth of the processor
     * time, after 9,000 nothing to speak of.
     */
    private static void warmUp(Bench bench, Server server, Task task) throws IOException, InterruptedException {
        long requests = 0;
        for (int round = 0; round < bench.rounds(MOST_WARM_UPS) && requests < WARM; round++) {
            requests += Measured.of(server, task.loading).outcome().requests();
        }
    }

    private static List<Task> tasks(Bench bench, Server server, Accounts accounts)
            throws IOException, InterruptedException {
        Duration round = bench.seconds(4);
        Measured.Loading srp = () -> Talk.run(
                server.address(),
                CONNECTIONS,
                round,
                (connection, place) -> accounts.bySrp(connection, place, bench.random(), bench.clock()));
        Task bySrp = new Task(
                "SRP sign-in, both requests",
                srp,
                250,
                new Arithmetic(p -> p.exchangeMicros() + 2 * p.signature(), true));
        Task byPassword = new Task(
                "USER_PASSWORD_AUTH",
                load(bench, server, accounts.byPassword()),
                0,
                new Arithmetic(p -> p.password() + 2 * p.signature(), true));
        Task refresh = new Task(
                "REFRESH_TOKEN_AUTH",
                load(bench, server, accounts.refresh()),
                1_000,
                new Arithmetic(p -> 2 * p.signature(), true));
        Task clientToken = new Task(
                "GetClientToken",
                load(bench, server, accounts.clientToken(server)),
                1_800,
                new Arithmetic(Primitives::signature, false));
        return List.of(
                bySrp,
                byPassword,
                refresh,
                clientToken,
                new Task("GetUser", load(bench, server, accounts.getUser()), 8_000, null));
    }

    private static Measured.Loading load(Bench bench, Server server, Script script) {
        Plan plan = Plan.closedLoop(server.address(), CONNECTIONS, bench.seconds(4));
        return () -> Load.run(plan, script);
    }

    private static void primitives(Bench bench, Primitives primitives) {
        bench.report()
                .add(Figure.of(
                        "an RS256 signature alone",
                        Text.count(primitives.signature()) + " us",
                        Text.count(1e6 / primitives.signature()) + " per CPU-second"));
        bench.report()
                .add(Figure.of(
                        "the server's half of an SRP exchange alone",
                        Text.count(primitives.exchangeMicros()) + " us",
                        Text.count(1e6 / primitives.exchangeMicros()) + " per CPU-second"));
        bench.report()
                .add(Figure.of(
                        "a password compared, alone",
                        Text.count(primitives.password()) + " us",
                        Text.count(1e6 / primitives.password()) + " per CPU-second"));
    }

    private static void report(Bench bench, Task task, List<Measured> rounds, Primitives primitives) {
        double micros = Measured.median(rounds, Measured::serverMicros);
        String perSecond = Text.count(Measured.median(rounds, Measured::perSecond)) + "/s, " + Text.count(1e6 / micros)
                + " per CPU-second";
        String cost = Text.count(micros) + " us each";
        bench.report()
                .add(
                        task.perSecondAim == 0
                                ? Figure.of(task.name, perSecond, cost)
                                : new Figure(
                                        task.name,
                                        perSecond,
                                        cost,
                                        ">= " + Text.count(task.perSecondAim) + " per CPU-second",
                                        1e6 / micros >= task.perSecondAim));
        Arithmetic arithmetic = task.arithmetic;
        if (arithmetic != null) {
            double share = arithmetic.micros.of(primitives) / micros;
            String what = task.name + ": arithmetic's share";
            bench.report()
                    .add(
                            arithmetic.aimed
                                    ? new Figure(what, Text.ratio(share), "", ">= " + AIM_SHARE, share >= AIM_SHARE)
                                    : Figure.of(what, Text.ratio(share), ""));
        }
        bench.report().add(Figure.note(task.name + ": faults", Measured.faults(rounds)));
    }

    private static void compare(Bench bench, Server server, Map<String, Double> ours)
            throws IOException, InterruptedException {
        Accounts accounts = Accounts.make(server, bench.users(USERS));
        Map<String, Script> scripts = new LinkedHashMap<>();
        scripts.put("USER_PASSWORD_AUTH", accounts.byPassword());
        scripts.put("REFRESH_TOKEN_AUTH", accounts.refresh());
        scripts.put("GetUser", accounts.getUser());
        for (Map.Entry<String, Script> each : scripts.entrySet()) {
            Measured.Loading loading = load(bench, server, each.getValue());
            Measured.of(server, loading);
            List<Measured> rounds = new ArrayList<>();
            for (int round = 0; round < bench.rounds(2); round++) {
                rounds.add(Measured.of(server, loading));
            }
            double perSecond = Measured.median(rounds, Measured::perSecond);
            bench.report()
                    .add(Figure.of(
                            server.name() + ": " + each.getKey(),
                            Text.ratio(perSecond) + "/s, " + Text.count(Measured.median(rounds, Measured::serverMicros))
                                    + " us each",
                            "cognate does " + Text.ratio(ours.getOrDefault(each.getKey(), 0.0) / perSecond)
                                    + " times as many"));
            bench.report().add(Figure.note(server.name() + ": faults", Measured.faults(rounds)));
        }
    }
}
