package dev.cognate.wire;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the model demands of a string: its length in Unicode code points and a pattern that the whole value matches.
 */
public final class StringRule {
    private final int min;
    private final int max;
    private final @Nullable Pattern pattern;
    private final boolean masked;

    /**
     * A rule.
     *
     * @param min the shortest length, 0 for none
     * @param max the greatest length, {@link Integer#MAX_VALUE} for none
     * @param pattern the pattern as the model writes it, null for none
     * @param masked whether messages leave the value out
     */
    public StringRule(int min, int max, @Nullable String pattern, boolean masked) {
        this.min = min;
        this.max = max;
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
        this.masked = masked;
    }

    boolean masked() {
        return masked;
    }

    /** Names each constraint that the value breaks. */
    void check(String value, Consumer<String> broken) {
        // Counting code points is only needed when the cheap upper bound does not settle it.
        int length = value.length();
        if (length < min || length > max || min > 1) {
            length = value.codePointCount(0, value.length());
        }
        if (length > max) {
            broken.accept("Member must have length less than or equal to " + max);
        }
        if (length < min) {
            broken.accept("Member must have length greater than or equal to " + min);
        }
        if (pattern != null && !pattern.matcher(value).matches()) {
            broken.accept("Member must satisfy regular expression pattern: " + pattern.pattern());
        }
    }
}
