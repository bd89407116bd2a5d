package dev.cognate.bench;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Numbers as the report shows them. */
final class Text {
    private Text() {}

    /** With thousands separated: {@code 12,345}. */
    static String count(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** Three digits that count: {@code 0.512}, {@code 5.12}, {@code 51.2}, {@code 512}. */
    static String ratio(double number) {
        double size = Math.abs(number);
        String form = size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : size >= 1 ? "%.2f" : "%.3f";
        return String.format(Locale.ROOT, form, number);
    }

    /** A latency in milliseconds. */
    static String millis(Duration latency) {
        return ratio(latency.toNanos() / 1e6) + " ms";
    }

    /** The middle one; the mean of the middle two of an even number. */
    static double median(List<Double> numbers) {
        List<Double> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
