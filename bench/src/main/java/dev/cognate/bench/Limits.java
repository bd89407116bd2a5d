package dev.cognate.bench;

import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Asking;
import dev.cognate.bench.subject.EchoServer;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.Server;
import dev.cognate.bench.subject.StoreLoad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How near ResendConfirmationCode comes to what the machine allows: the same bodies echoed by the same listener, and the
 * same statements in the same store without anything around them, in interleaved rounds.
 */
final class Limits implements Benchmark {
    private static final int USERS = 100_000;
    private static final double AIM = 0.5;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int users = bench.users(USERS);
        Path folder = bench.seeded("limits", users);
        Path forStore = bench.copy(folder, "limits-store");
        try (Server cognate = bench.cognate().serve(folder);
                Server echo = EchoServer.start(bench.folder("limits-echo"))) {
            Script script = Asking.resend(cognate, new Names.Draw(users, 2));
            List<Measured> operation = new ArrayList<>();
            List<Measured> echoed = new ArrayList<>();
            List<Double> stored = new ArrayList<>();
            long place = 0;
            for (int round = 0; round <= bench.rounds(3); round++) {
                Plan plan = Plan.closedLoop(cognate.address(), Resend.CONNECTIONS, bench.seconds(10))
                        .atMost(users)
                        .from(place);
                Measured resent = Measured.of(cognate, plan, script, Measured.delivery(folder));
                place += resent.outcome().requests();
                Plan toEcho = Plan.closedLoop(echo.address(), Resend.CONNECTIONS, bench.seconds(10));
                Measured answered = Measured.of(echo, toEcho, script.at(EchoServer.PATH));
                StoreLoad.Result bare =
                        StoreLoad.measure(forStore, Resend.CONNECTIONS, true, bench.seconds(10), Map.of());
                if (round > 0) { // The first is the warm-up.
                    operation.add(resent);
                    echoed.add(answered);
                    stored.add(bare.perSecond());
                }
            }
            report(bench, operation, echoed, Text.median(stored));
        }
    }

    private static void report(Bench bench, List<Measured> operation, List<Measured> echoed, double store) {
        double resend = Measured.median(operation, Measured::perSecond);
        double echo = Measured.median(echoed, Measured::perSecond);
        double fraction = resend / Math.min(echo, store);
        bench.report()
                .add(Figure.of(
                        "echo over the same listener",
                        Text.count(echo) + " requests/s",
                        Text.count(Measured.median(echoed, Measured::serverMicros)) + " us/request"));
        bench.report()
                .add(Figure.of(
                        "bare transaction, " + Resend.CONNECTIONS + " callers",
                        Text.count(store) + " transactions/s",
                        Text.ratio(store / echo) + " of the echo"));
        bench.report()
                .add(new Figure(
                        "ResendConfirmationCode",
                        Text.count(resend) + " requests/s",
                        Text.ratio(fraction) + " of the smaller limit",
                        ">= 0.5",
                        fraction >= AIM));
        bench.report()
                .add(Figure.of(
                        "its processor time",
                        Text.count(Measured.median(operation, Measured::serverMicros)) + " us/request",
                        Text.ratio(Measured.median(operation, Measured::serverMicros)
                                        / Measured.median(echoed, Measured::serverMicros))
                                + " times the echo's"));
        bench.report().add(Figure.note("faults", Measured.faults(operation)));
    }
}
