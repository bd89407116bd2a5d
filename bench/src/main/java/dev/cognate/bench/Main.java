package dev.cognate.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code bench/run [name…] [--short] [--help]}: runs the benchmarks of these names, or all, and writes the report. */
public final class Main {
    private static final String SHORT = "--short";
    private static final String HELP = "--help";
    private static final int WRONG_USE = 2;

    private Main() {}

    /** A benchmark and what {@code --help} says of it. */
    private record Known(Benchmark benchmark, String what) {}

    private static Map<String, Known> benchmarks() {
        Map<String, Known> all = new LinkedHashMap<>();
        all.put(
                "start",
                new Known(new Start(), "first answer, idle memory, a whole command line beside the AWS CLI's"));
        all.put("resend", new Known(new Resend(), "ResendConfirmationCode: throughput, and latency at 1,000/s"));
        all.put("limits", new Known(new Limits(), "the same beside an echo and the bare transaction"));
        all.put("growth", new Known(new Growth(), "the same with 1,000 and with 1,000,000 users"));
        all.put("group-commit", new Known(new GroupCommit(), "the same with group commit on and off"));
        all.put("life", new Known(new Life(), "SignUp and ConfirmSignUp beside a password's cost; ForgotPassword"));
        all.put(
                "signin",
                new Known(
                        new SignIns(),
                        "sign-in by SRP and password, tokens, GetUser, beside their arithmetic and peers"));
        all.put(
                "list",
                new Known(new Lists(), "ListUsers with 1,000 and with 1,000,000 users, by address and by pages"));
        all.put(
                "pools",
                new Known(
                        new ManyPools(),
                        "SignUp and ResendConfirmationCode with one pool and with 10,000; Describe, List"));
        all.put(
                "import",
                new Known(new Imports(), "import jobs of 1,000,000 users: rows/s, memory, what others notice"));
        all.put("enumeration", new Known(new Enumeration(), "whether answers or their times tell that a user exists"));
        all.put("peers", new Known(new Peers(), "SignUp, AdminGetUser and ListUsers beside other programs"));
        return all;
    }

    private static void help(PrintWriter out, Map<String, Known> all) {
        out.println("usage: bench/run [" + String.join("|", all.keySet()) + "]... [" + SHORT + "]");
        out.println();
        all.forEach((name, known) -> out.printf("  %-13s %s%n", name, known.what()));
        out.println();
        out.println("Without names: all of them. " + SHORT + ": everything in small, to see that it works.");
        out.println("The figures are printed, and written to target/bench/report.md.");
    }

    /** Runs what is named; the system property {@code cognate.root} is the checkout. Leaves with 2 when wrongly used. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Map<String, Known> all = benchmarks();
        List<String> names = new ArrayList<>(List.of(args));
        if (names.contains(HELP)) {
            help(out, all);
            return;
        }
        boolean brief = names.remove(SHORT);
        if (!all.keySet().containsAll(names)) {
            help(out, all);
            System.exit(WRONG_USE);
        }
        Path root = Path.of(System.getProperty("cognate.root", "."))
                .toAbsolutePath()
                .normalize();
        Report report = new Report(out, brief);
        Bench bench = new Bench(root, brief, report, new SecureRandom(), InstantSource.system());
        for (Map.Entry<String, Known> each : all.entrySet()) {
            if (names.isEmpty() || names.contains(each.getKey())) {
                report.section(each.getKey());
                each.getValue().benchmark().run(bench);
                bench.clearAway();
            }
        }
        out.println("The table is in " + report.write(root.resolve("target/bench/report.md"), bench.clock()));
    }
}
