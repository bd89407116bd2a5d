package dev.cognate.bench;

import dev.cognate.bench.load.Probe;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Calls;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.SeededFolder.Standing;
import dev.cognate.bench.subject.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What somebody without an account learns of a name from a client with PreventUserExistenceErrors: whether unknown,
 * disabled, confirmed and unconfirmed users get answers of the same form, in times that a rank test cannot tell apart. One
 * connection asks one name after the other; the four kinds come in blocks of four, in random order within each.
 */
final class Enumeration implements Benchmark {
    private static final int BLOCKS = 2_500;
    private static final int WARM_UP = 500;
    private static final double NEAREST = 0.45;
    private static final double FARTHEST = 0.55;

    /** Of codes that nobody was sent. */
    private static final String WRONG = "wrong-code";

    /** In this order users are seeded; the names of nobody are numbered behind them. */
    private static final List<Standing> SEEDED = List.of(Standing.UNCONFIRMED, Standing.CONFIRMED, Standing.DISABLED);

    /** What there is to know of a name. */
    private enum Kind {
        UNCONFIRMED(0),
        CONFIRMED(1),
        DISABLED(2),
        UNKNOWN(3);

        /** How many blocks of numbers are before those of this kind. */
        private final int place;

        Kind(int place) {
            this.place = place;
        }

        long number(int block, int blocks) {
            return (long) place * blocks + block;
        }
    }

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int blocks = bench.users(BLOCKS) + bench.users(WARM_UP);
        Path folder = bench.folder("enumeration");
        SeededFolder.make(folder, blocks * SEEDED.size(), n -> SEEDED.get(n / blocks), bench.random(), bench.clock());
        try (Server server = bench.cognate().serve(folder);
                Probe probe = new Probe(server.address())) {
            String client = concealing(server);
            // A code is asked for before one is tried: without, the service itself says that none was ever sent.
            for (Script script : scripts(client)) {
                Trial trial = new Trial(probe, script, blocks, bench.users(WARM_UP));
                trial.run();
                trial.report(bench);
            }
        }
    }

    private static String concealing(Server server) throws IOException, InterruptedException {
        return Calls.member(
                Calls.call(server.address(), "CreateUserPoolClient", """
                        {"UserPoolId": "%s", "ClientName": "web", "PreventUserExistenceErrors": "ENABLED"}""".formatted(server.pool())), "ClientId");
    }

    private static List<Script> scripts(String client) {
        return List.of(
                script("ResendConfirmationCode", client, ""),
                script("ConfirmSignUp", client, ", \"ConfirmationCode\": \"" + WRONG + "\""),
                script("ForgotPassword", client, ""),
                script(
                        "ConfirmForgotPassword",
                        client,
                        ", \"ConfirmationCode\": \"" + WRONG + "\", \"Password\": \"Another-password-2\""));
    }

    /** The number of a request tells block and kind; unknown names are behind all others. */
    private static Script script(String operation, String client, String more) {
        return Script.of(operation, number -> """
                {"ClientId": "%s", "Username": "%s"%s}""".formatted(client, Names.username(number), more));
    }

    /** One operation, asked for all names. */
    private static final class Trial {
        private final Probe probe;
        private final Script script;
        private final int blocks;
        private final int warmUp;
        private final Map<Kind, Seen> seen = new EnumMap<>(Kind.class);

        /** How long the answers took, and what forms they had. */
        private record Seen(double[] micros, Set<String> forms) {}

        Trial(Probe probe, Script script, int blocks, int warmUp) {
            this.probe = probe;
            this.script = script;
            this.blocks = blocks;
            this.warmUp = warmUp;
            for (Kind kind : kinds()) {
                seen.put(kind, new Seen(new double[blocks - warmUp], new TreeSet<>()));
            }
        }

        /** ConfirmSignUp tells of a confirmed user, as the service does: there is nothing to conceal. */
        private Set<Kind> kinds() {
            return script.operation().equals("ConfirmSignUp")
                    ? EnumSet.complementOf(EnumSet.of(Kind.CONFIRMED))
                    : EnumSet.allOf(Kind.class);
        }

        private double[] micros(Kind kind) {
            return Objects.requireNonNull(seen.get(kind)).micros;
        }

        private Set<String> forms(Kind kind) {
            return Objects.requireNonNull(seen.get(kind)).forms;
        }

        void run() throws IOException {
            List<Kind> order = new ArrayList<>(kinds());
            Random shuffled = new Random(7);
            for (int block = 0; block < blocks; block++) {
                Collections.shuffle(order, shuffled);
                for (Kind kind : order) {
                    Probe.Answer answer = probe.ask(script, kind.number(block, blocks));
                    forms(kind).add(form(answer));
                    if (block >= warmUp) {
                        micros(kind)[block - warmUp] = answer.nanos() / 1e3;
                    }
                }
            }
        }

        /** A fault as it is; an answer without what differs from name to name, where the code is said to go. */
        private static String form(Probe.Answer answer) {
            return answer.status() + " "
                    + (answer.status() == 200
                            ? answer.body()
                                    .replaceAll("\"Destination\":\"[a-z]\\*{3}@[a-z]\\*{3}\"", "a masked address")
                            : answer.body());
        }

        void report(Bench bench) {
            Set<String> all = new TreeSet<>();
            seen.values().forEach(each -> all.addAll(each.forms));
            bench.report()
                    .add(new Figure(
                            script.operation() + ": forms of the answer",
                            all.size() == 1 ? "1" : whose(),
                            "",
                            "1 for all kinds",
                            all.size() == 1));
            double[] unknown = micros(Kind.UNKNOWN);
            for (Kind kind : kinds()) {
                if (kind == Kind.UNKNOWN) {
                    continue;
                }
                double auc = Ranks.auc(micros(kind), unknown);
                bench.report()
                        .add(new Figure(
                                "  " + kind + " against unknown names",
                                "AUC " + Text.ratio(auc),
                                medians(kind),
                                "0.45 to 0.55",
                                auc >= NEAREST && auc <= FARTHEST));
            }
            bench.report()
                    .add(Figure.of(
                            "  every other unknown name against the rest",
                            "AUC " + Text.ratio(Ranks.auc(every(unknown, 0), every(unknown, 1))),
                            unknown.length + " of each kind"));
        }

        private String whose() {
            return seen.entrySet().stream()
                    .map(each -> each.getKey() + ": " + each.getValue().forms)
                    .collect(Collectors.joining("; "));
        }

        private String medians(Kind kind) {
            return Text.count(median(micros(kind))) + " and " + Text.count(median(micros(Kind.UNKNOWN))) + " us";
        }

        private static double median(double[] values) {
            return Text.median(Arrays.stream(values).boxed().toList());
        }

        private static double[] every(double[] values, int second) {
            double[] half = new double[values.length / 2];
            for (int i = 0; i < half.length; i++) {
                half[i] = values[2 * i + second];
            }
            return half;
        }
    }
}
