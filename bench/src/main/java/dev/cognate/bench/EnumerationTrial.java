package dev.cognate.bench;

import dev.cognate.bench.Enumeration.Kind;
import dev.cognate.bench.load.Probe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One question, asked for all names: what forms the answers had, and how long they took. */
final class EnumerationTrial {
    private static final double NEAREST = 0.45;
    private static final double FARTHEST = 0.55;

    /** Hexadecimal numbers, of which some begin with zeros that are not written. */
    private static final Pattern NUMBER = Pattern.compile("\"(SALT|SRP_B)\":\"[0-9a-f]+\"");

    private static final Pattern ADDRESS = Pattern.compile("\"Destination\":\"[a-z]\\*{3}@[a-z]\\*{3}\"");
    private static final Pattern NAME = Pattern.compile("\"(USERNAME|USER_ID_FOR_SRP)\":\"[^\"]+\"");
    private static final Pattern BLOCK = Pattern.compile("\"SECRET_BLOCK\":\"([^\"]+)\"");

    private final Enumeration.Question question;
    private final int blocks;
    private final int warmUp;
    private final Map<Kind, Seen> seen = new EnumMap<>(Kind.class);

    /** How long the answers took, and what forms they had. */
    private record Seen(double[] micros, Set<String> forms) {}

    /**
     * One that has not begun.
     *
     * @param blocks how often each kind is asked for
     * @param warmUp how many of them do not count
     */
    EnumerationTrial(Enumeration.Question question, int blocks, int warmUp) {
        this.question = question;
        this.blocks = blocks;
        this.warmUp = warmUp;
        for (Kind kind : question.kinds()) {
            seen.put(kind, new Seen(new double[blocks - warmUp], new TreeSet<>()));
        }
    }

    /** Asks for all names. */
    void run(Probe probe) throws IOException {
        List<Kind> order = new ArrayList<>(question.kinds());
        Random shuffled = new Random(7);
        for (int block = 0; block < blocks; block++) {
            Collections.shuffle(order, shuffled);
            for (Kind kind : order) {
                Probe.Answer answer = question.asking().ask(probe, kind.name(block, blocks));
                seen(kind).forms.add(form(answer));
                if (block >= warmUp) {
                    seen(kind).micros[block - warmUp] = answer.nanos() / 1e3;
                }
            }
        }
    }

    private Seen seen(Kind kind) {
        return Objects.requireNonNull(seen.get(kind));
    }

    /** A fault as it is; an answer without what differs from one to the next. */
    private static String form(Probe.Answer answer) {
        return answer.status() + " " + (answer.status() == 200 ? form(answer.body()) : answer.body());
    }

    private static String form(String body) {
        String form = ADDRESS.matcher(body).replaceAll("a masked address");
        form = NUMBER.matcher(form).replaceAll("$1: a number");
        form = NAME.matcher(form).replaceAll("$1: a name");
        return BLOCK.matcher(form).replaceAll(EnumerationTrial::length);
    }

    private static String length(MatchResult block) {
        return "SECRET_BLOCK of " + block.group(1).length();
    }

    /** Adds what was seen. */
    void report(Report report) {
        Set<String> all = new TreeSet<>();
        seen.values().forEach(each -> all.addAll(each.forms));
        report.add(new Figure(
                question.name() + ": forms of the answer",
                all.size() == 1 ? "1" : whose(),
                "",
                "1 for all kinds",
                all.size() == 1));
        double[] unknown = seen(Kind.UNKNOWN).micros;
        for (Kind kind : question.kinds()) {
            if (kind != Kind.UNKNOWN) {
                report.add(against(kind, unknown));
            }
        }
        report.add(Figure.of(
                "  every other unknown name against the rest",
                "AUC " + Text.ratio(Ranks.auc(every(unknown, 0), every(unknown, 1))),
                unknown.length + " of each kind"));
    }

    private Figure against(Kind kind, double[] unknown) {
        double[] known = seen(kind).micros;
        double auc = Ranks.auc(known, unknown);
        return new Figure(
                "  " + kind + " against unknown names",
                "AUC " + Text.ratio(auc),
                Text.count(median(known)) + " and " + Text.count(median(unknown)) + " us",
                NEAREST + " to " + FARTHEST,
                auc >= NEAREST && auc <= FARTHEST);
    }

    private String whose() {
        return seen.entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue().forms)
                .collect(Collectors.joining("; "));
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
