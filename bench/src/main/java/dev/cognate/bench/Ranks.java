package dev.cognate.bench;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/** The rank test of Mann and Whitney: whether one sample tends to be larger than another, whatever their distributions. */
final class Ranks {
    private Ranks() {}

    private record Value(double number, boolean first) {}

    /**
     * The chance that a value of the first sample is larger than one of the second; equal ones count half. 0.5 tells the
     * samples apart as well as a coin does. (U divided by the number of pairs; also the area under the ROC curve.)
     */
    static double auc(double[] first, double[] second) {
        Value[] all = Stream.concat(
                        Arrays.stream(first).mapToObj(number -> new Value(number, true)),
                        Arrays.stream(second).mapToObj(number -> new Value(number, false)))
                .sorted(Comparator.comparingDouble(Value::number))
                .toArray(Value[]::new);
        double ranks = 0;
        int from = 0;
        while (from < all.length) {
            int to = from;
            int ofFirst = 0;
            while (to < all.length && all[to].number == all[from].number) {
                ofFirst += all[to].first ? 1 : 0;
                to++;
            }
            ranks += ofFirst * (from + to + 1) / 2.0; // Equal values share the mean of their ranks.
            from = to;
        }
        double smallest = first.length * (first.length + 1) / 2.0;
        return (ranks - smallest) / ((double) first.length * second.length);
    }
}
