package dev.cognate.bench;

import dev.cognate.bench.load.Plan;
import dev.cognate.bench.load.Script;
import dev.cognate.bench.subject.Asking;
import dev.cognate.bench.subject.Names;
import dev.cognate.bench.subject.SeededFolder;
import dev.cognate.bench.subject.Server;
import dev.cognate.bench.subject.StoreLoad;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What it brings that writes which wait together share one commit: the same load with and without it, over HTTP and on the
 * store alone; on this machine's disk, and on one whose flushes take a millisecond longer, as a cloud's do.
 */
final class GroupCommit implements Benchmark {
    private static final int USERS = 100_000;
    private static final int CALLERS = 32;
    private static final double AIM = 3;

    @Override
    public void run(Bench bench) throws IOException, InterruptedException {
        int users = bench.users(USERS);
        Path with = bench.seeded("group-commit-on", users);
        Path without = bench.copy(with, "group-commit-off");
        measure(bench, new Disk("this disk", Map.of(), with, without, users));
        Path slow = bench.tool("BENCH_SLOW_DISK");
        if (slow == null) {
            bench.report().add(Figure.note("flushes 1 ms slower", "not measured: there is no gcc"));
        } else {
            measure(
                    bench,
                    new Disk("flushes 1 ms slower", Map.of("LD_PRELOAD", slow.toString()), with, without, users));
        }
    }

    /** A disk, in the form of what the environment of a process makes of it, and the two data folders on it. */
    private record Disk(String name, Map<String, String> environment, Path with, Path without, int users) {}

    private static void measure(Bench bench, Disk disk) throws IOException, InterruptedException {
        List<Measured> on = new ArrayList<>();
        List<Measured> off = new ArrayList<>();
        try (Server together = bench.cognate().serve(disk.with, disk.environment);
                Server alone = bench.cognate().serve(disk.without, disk.environment, "--group-commit", "off")) {
            SeededFolder.forgetTheHour(disk.with);
            SeededFolder.forgetTheHour(disk.without);
            Script script = Asking.resend(together, new Names.Draw(disk.users, 4));
            for (int round = 0; round <= bench.rounds(3); round++) {
                Measured grouped = round(bench, together, script, disk.with, on);
                Measured single = round(bench, alone, script, disk.without, off);
                if (round > 0) { // The first is the warm-up.
                    on.add(grouped);
                    off.add(single);
                }
            }
        }
        report(bench, disk.name + ": over HTTP, " + Resend.CONNECTIONS + " connections", perSecond(on), perSecond(off));
        bench.report()
                .add(Figure.note(
                        disk.name + ": faults, with and without", Measured.faults(on) + "; " + Measured.faults(off)));
        storeAlone(bench, disk);
    }

    private static Measured round(Bench bench, Server server, Script script, Path folder, List<Measured> before)
            throws IOException, InterruptedException {
        long place =
                before.stream().mapToLong(round -> round.outcome().requests()).sum();
        Plan plan = Plan.closedLoop(server.address(), Resend.CONNECTIONS, bench.seconds(8))
                .from(place)
                .atMost(Math.max(1, bench.users(USERS)));
        return Measured.of(server, plan, script, Measured.delivery(folder));
    }

    private static double perSecond(List<Measured> rounds) {
        return Measured.median(rounds, Measured::perSecond);
    }

    private static void storeAlone(Bench bench, Disk disk) throws IOException, InterruptedException {
        List<Double> on = new ArrayList<>();
        List<Double> off = new ArrayList<>();
        for (int round = 0; round < bench.rounds(3); round++) {
            on.add(StoreLoad.measure(disk.with, CALLERS, true, bench.seconds(5), disk.environment)
                    .perSecond());
            off.add(StoreLoad.measure(disk.without, CALLERS, false, bench.seconds(5), disk.environment)
                    .perSecond());
        }
        report(bench, disk.name + ": the store alone, " + CALLERS + " callers", Text.median(on), Text.median(off));
    }

    private static void report(Bench bench, String what, double on, double off) {
        bench.report()
                .add(new Figure(
                        what,
                        Text.count(on) + "/s with, " + Text.count(off) + "/s without",
                        "x " + Text.ratio(on / off),
                        ">= 3",
                        on / off >= AIM));
    }
}
