package dev.cognate.bench;

import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Asking;
import dev.cognate.bench.subject.CognitoLocal;
import dev.cognate.bench.subject.Moto;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.Peer;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * SignUp, AdminGetUser and ListUsers, compared with the programs of others that answer them, at 1,000 and at 10,000 users:
 * requests per second, processor time per request, and how each program's cost grows with its users.
 */
final class Peers implements Benchmark {
    private static final int FEW = 1_000;
    private static final int MANY = 10_000;
    private static final int CONNECTIONS = 8;

    /** Few enough that the pool is still about as large afterwards. */
    private static final int SIGN_UPS_IN_A_ROUND = 100;

    private static final String SIGN_UP = "SignUp";
    private static final int WARM_UP_SECONDS = 10;
    private static final String US = "cognate";

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        Map<String, Result> few = measure(bench, bench.users(FEW));
        Map<String, Result> many = measure(bench, bench.users(MANY));
        few.forEach((key, result) -> {
            Result grown = many.get(key);
            if (grown != null) {
                bench.report()
                        .add(Figure.of(
                                key + ": growth from few to many users",
                                "x " + Text.ratio(grown.micros / result.micros) + " processor time/request",
                                "x " + Text.ratio(grown.perSecond / result.perSecond) + " requests/s"));
            }
        });
    }

    /** What one program does with one operation: requests per second, and microseconds of processor time for each. */
    private record Result(double perSecond, double micros) {}

    /** One operation, for a server, with the users of a round. */
    private interface Task {
        Script script(Server server, int round);
    }

    /** The results by program and operation. */
    private static Map<String, Result> measure(Bench bench, int users) throws IOException, InterruptedException {
        List<Server> servers = new ArrayList<>();
        try {
            Path folder = bench.seeded("peers-cognate", users);
            servers.add(bench.cognate().serve(folder));
            for (Peer peer : peers(bench)) {
                bench.report().progress(peer.name() + " with " + Text.count(users) + " users");
                servers.add(peer.start(bench.folder("peers-" + peer.name()), users));
            }
            Map<String, Result> results = new LinkedHashMap<>();
            Names.Draw draw = new Names.Draw(users, 5);
            compare(bench, servers, "AdminGetUser", users, results, (server, _) -> Asking.adminGetUser(server, draw));
            compare(bench, servers, "ListUsers, page of 60", users, results, (server, _) -> Asking.listUsers(server));
            compare(
                    bench,
                    servers,
                    "ListUsers by email",
                    users,
                    results,
                    (server, _) -> Asking.listByEmail(server, draw));
            compare(bench, servers, SIGN_UP, users, results, Peers::signUp);
            return results;
        } finally {
            for (Server server : servers) {
                server.close();
            }
        }
    }

    private static Script signUp(Server server, int round) {
        return Asking.signUp(server, number -> "new-" + round + "-" + number);
    }

    /** The other programs that this machine has. */
    static List<Peer> peers(Bench bench) {
        List<Peer> peers = new ArrayList<>();
        Path cognitoLocal = bench.tool("BENCH_COGNITO_LOCAL");
        if (cognitoLocal == null) {
            bench.report().add(Figure.note("cognito-local", "not measured: it is not installed"));
        } else {
            peers.add(new CognitoLocal(cognitoLocal));
        }
        Path moto = bench.tool("BENCH_MOTO");
        if (moto == null) {
            bench.report().add(Figure.note("moto", "not measured: it is not installed"));
        } else {
            peers.add(new Moto(moto));
        }
        return peers;
    }

    private static void compare(
            Bench bench, List<Server> servers, String what, int users, Map<String, Result> results, Task task)
            throws IOException, InterruptedException {
        Map<Server, List<Measured>> rounds = new LinkedHashMap<>();
        for (Server server : servers) {
            warmUp(bench, what, server, task);
        }
        for (int round = 0; round < bench.rounds(3); round++) {
            for (Server server : servers) {
                Measured measured = Measured.of(server, plan(bench, what, server), task.script(server, round));
                rounds.computeIfAbsent(server, _ -> new ArrayList<>()).add(measured);
            }
        }
        List<Measured> ours = rounds.getOrDefault(servers.getFirst(), List.of());
        rounds.forEach((server, measured) -> {
            Result result = result(measured);
            results.put(server.name() + ": " + what, result);
            bench.report().add(figure(server.name(), what, users, measured, result(ours)));
        });
    }

    /** Sign-ups get warm in a pool of their own, so that the one that is measured does not grow by it. */
    private static void warmUp(Bench bench, String what, Server server, Task task)
            throws IOException, InterruptedException {
        Server warmed = what.equals(SIGN_UP) ? Peer.withPool(server) : server;
        Plan plan = Plan.closedLoop(server.address(), CONNECTIONS, bench.seconds(WARM_UP_SECONDS));
        Measured.of(warmed, plan, task.script(warmed, 0));
    }

    private static Plan plan(Bench bench, String what, Server server) {
        Plan plan = Plan.closedLoop(server.address(), CONNECTIONS, bench.seconds(4));
        return what.equals(SIGN_UP) ? plan.atMost(SIGN_UPS_IN_A_ROUND) : plan;
    }

    private static Result result(List<Measured> rounds) {
        return new Result(
                Measured.median(rounds, Measured::perSecond), Measured.median(rounds, Measured::serverMicros));
    }

    private static Figure figure(String name, String what, int users, List<Measured> rounds, Result ours) {
        Result result = result(rounds);
        String ratio = name.equals(US)
                ? ""
                : "cognate: x " + Text.ratio(ours.perSecond / result.perSecond) + " requests/s, x "
                        + Text.ratio(ours.micros / result.micros) + " processor time";
        long faults = rounds.stream()
                .flatMap(round -> round.outcome().faults().values().stream())
                .mapToLong(Long::longValue)
                .sum();
        return Figure.of(
                what + ", " + Text.count(users) + " users: " + name,
                Text.count(result.perSecond) + "/s, " + Text.count(result.micros) + " us"
                        + (faults == 0 ? "" : ", " + Measured.faults(rounds)),
                ratio);
    }
}
