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

/** {@code bench/run [name…] [--short]}: runs the benchmarks of these names, or all, and writes the report. */
public final class Main {
    private static final String SHORT = "--short";
    private static final int WRONG_USE = 2;

    private Main() {}

    private static Map<String, Benchmark> benchmarks() {
        Map<String, Benchmark> all = new LinkedHashMap<>();
        all.put("start", new Start());
        all.put("resend", new Resend());
        all.put("limits", new Limits());
        all.put("growth", new Growth());
        all.put("group-commit", new GroupCommit());
        all.put("peers", new Peers());
        return all;
    }

    /** Runs what is named; the system property {@code cognate.root} is the checkout. Leaves with 2 when wrongly used. */
    public static void main(String[] args) throws IOException, InterruptedException {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        Map<String, Benchmark> all = benchmarks();
        List<String> names = new ArrayList<>(List.of(args));
        boolean brief = names.remove(SHORT);
        if (!all.keySet().containsAll(names)) {
            out.println("usage: bench/run [" + String.join("|", all.keySet()) + "]... [" + SHORT + "]");
            System.exit(WRONG_USE);
        }
        Path root = Path.of(System.getProperty("cognate.root", "."))
                .toAbsolutePath()
                .normalize();
        Report report = new Report(out, brief);
        Bench bench = new Bench(root, brief, report, new SecureRandom(), InstantSource.system());
        for (Map.Entry<String, Benchmark> each : all.entrySet()) {
            if (names.isEmpty() || names.contains(each.getKey())) {
                report.section(each.getKey());
                each.getValue().run(bench);
                bench.clearAway();
            }
        }
        out.println("The table is in " + report.write(root.resolve("target/bench/report.md"), bench.clock()));
    }
}
