package dev.cognate.bench;

import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Asking;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.SeededFolder.Standing;
import dev.cognate.bench.subject.Server;
import dev.cognate.bench.subject.StoreLoad;
import dev.cognate.crypto.SrpVerifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A user's first days: SignUp and ConfirmSignUp with the code that came, compared with the exponentiation that a password
 * costs; and ForgotPassword of confirmed users, compared with the bare transaction.
 */
final class Life implements Benchmark {
    private static final int USERS = 100_000;
    private static final int SIGN_UPS = SeededFolder.NEWEST;
    private static final int VERIFIERS = 400;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int users = bench.users(USERS);
        Path folder = bench.folder("life");
        SeededFolder.make(folder, users, _ -> Standing.CONFIRMED, bench.random(), bench.clock());
        Path forStore = bench.seeded("life-store", users);
        try (Server server = bench.cognate().serve(folder)) {
            pairs(bench, server, folder);
            passwords(bench, server, folder, forStore, users);
        }
    }

    private static void pairs(Bench bench, Server server, Path folder) throws IOException, InterruptedException {
        int each = bench.users(SIGN_UPS);
        List<Measured> signUps = new ArrayList<>();
        List<Measured> confirmations = new ArrayList<>();
        List<Double> verifiers = new ArrayList<>();
        for (int round = 0; round <= bench.rounds(3); round++) {
            int now = round;
            Plan plan = Plan.closedLoop(server.address(), Resend.CONNECTIONS, bench.seconds(200))
                    .atMost(each);
            Measured signUp =
                    Measured.of(server, plan, Asking.signUp(server, n -> name(now, n)), Measured.delivery(folder));
            Map<String, String> codes = SeededFolder.codes(folder, bench.random());
            Measured confirmation = Measured.of(server, plan, confirm(server, now, codes));
            double verifier = verifierMicros(bench);
            if (round > 0) { // The first is the warm-up.
                signUps.add(signUp);
                confirmations.add(confirmation);
                verifiers.add(verifier);
            }
        }
        report(bench, signUps, confirmations, Text.median(verifiers));
    }

    private static String name(int round, long number) {
        return "new-" + round + "-" + Names.username(number);
    }

    private static Script confirm(Server server, int round, Map<String, String> codes) {
        return Script.of("ConfirmSignUp", number ->
                """
                {"ClientId": "%s", "Username": "%s", "ConfirmationCode": "%s"}""".formatted(server.client(), name(round, number), codes.get(name(round, number))));
    }

    private static double verifierMicros(Bench bench) {
        long began = System.nanoTime();
        for (int i = 0; i < VERIFIERS; i++) {
            var _ = SrpVerifier.create("BENCH0001", "everybody", "Everybody-has-1-password", bench.random());
        }
        return (System.nanoTime() - began) / 1e3 / VERIFIERS;
    }

    private static void report(Bench bench, List<Measured> signUps, List<Measured> confirmations, double verifier) {
        double signUp = Measured.median(signUps, Measured::serverMicros);
        double confirmation = Measured.median(confirmations, Measured::serverMicros);
        bench.report().add(Figure.of("a password's exponentiation", Text.count(verifier) + " us", ""));
        bench.report()
                .add(Figure.of(
                        "SignUp",
                        Text.count(Measured.median(signUps, Measured::perSecond)) + " requests/s",
                        Text.count(signUp) + " us/request, x " + Text.ratio(signUp / verifier)));
        bench.report()
                .add(Figure.of(
                        "ConfirmSignUp",
                        Text.count(Measured.median(confirmations, Measured::perSecond)) + " requests/s",
                        Text.count(confirmation) + " us/request, x " + Text.ratio(confirmation / verifier)));
        bench.report()
                .add(Figure.of(
                        "a pair of both, processor time",
                        Text.count(signUp + confirmation) + " us",
                        "x " + Text.ratio((signUp + confirmation) / verifier) + " the exponentiation"));
        bench.report()
                .add(Figure.note(
                        "faults, SignUp and ConfirmSignUp",
                        Measured.faults(signUps) + "; " + Measured.faults(confirmations)));
    }

    private static void passwords(Bench bench, Server server, Path folder, Path forStore, int users)
            throws IOException, InterruptedException {
        Names.Draw draw = new Names.Draw(users, 8);
        Script script = Script.of("ForgotPassword", place -> """
                {"ClientId": "%s", "Username": "%s"}""".formatted(server.client(), draw.username(place)));
        List<Measured> rounds = new ArrayList<>();
        List<Double> stored = new ArrayList<>();
        long place = 0;
        for (int round = 0; round <= bench.rounds(3); round++) {
            Plan plan = Plan.closedLoop(server.address(), Resend.CONNECTIONS, bench.seconds(10))
                    .atMost(users)
                    .from(place);
            Measured measured = Measured.of(server, plan, script, Measured.delivery(folder));
            place += measured.outcome().requests();
            StoreLoad.Result bare = StoreLoad.measure(forStore, Resend.CONNECTIONS, true, bench.seconds(5), Map.of());
            if (round > 0) {
                rounds.add(measured);
                stored.add(bare.perSecond());
            }
        }
        double perSecond = Measured.median(rounds, Measured::perSecond);
        bench.report()
                .add(Figure.of(
                        "bare transaction of its kind", Text.count(Text.median(stored)) + " transactions/s", ""));
        bench.report()
                .add(Figure.of(
                        "ForgotPassword",
                        Text.count(perSecond) + " requests/s",
                        Text.ratio(perSecond / Text.median(stored)) + " of the bare transaction; "
                                + Text.count(Measured.median(rounds, Measured::serverMicros)) + " us/request"));
        bench.report().add(Figure.note("faults, ForgotPassword", Measured.faults(rounds)));
    }
}
