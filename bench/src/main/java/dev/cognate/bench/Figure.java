package dev.cognate.bench;

import org.jspecify.annotations.Nullable;

/**
 * One line of the report.
 *
 * @param what what was measured
 * @param value the figure, with its unit
 * @param ratio what it is a ratio of, and the ratio; empty where the value is one itself
 * @param aim what was aimed at; empty for none
 * @param met whether the aim was met, null where there is none
 */
record Figure(
        String what,
        String value,
        String ratio,
        String aim,
        @Nullable Boolean met) {

    /** A figure without an aim. */
    static Figure of(String what, String value, String ratio) {
        return new Figure(what, value, ratio, "", null);
    }

    /** Something to know that is no number. */
    static Figure note(String what, String text) {
        return new Figure(what, text, "", "", null);
    }

    String verdict() {
        return met == null ? "" : met ? "met" : "missed";
    }
}
