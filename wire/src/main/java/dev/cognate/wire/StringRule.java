package dev.cognate.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the model demands of a string: its length in Unicode code points and a pattern that the whole value matches.
 * Immutable. Reference: oauth-config A5.
 */
public final class StringRule {

    /** In place of a length: the model sets none. */
    public static final int NO_LIMIT = -1;

    /** Up to this length no pattern of the model can take long. */
    private static final int SHORT = 256;

    private final int min;
    private final int max;
    private final @Nullable Pattern pattern;
    private final @Nullable AsciiClass ordinary;
    private final boolean masked;

    /**
     * A rule.
     *
     * @param min the shortest length, or {@link #NO_LIMIT}
     * @param max the greatest length, or {@link #NO_LIMIT}
     * @param pattern the pattern as the model writes it, null for none
     * @param masked whether messages leave the value out
     */
    public StringRule(int min, int max, @Nullable String pattern, boolean masked) {
        this.min = min;
        this.max = max;
        this.pattern = pattern == null ? null : Pattern.compile(pattern);
        this.ordinary = pattern == null ? null : AsciiClass.of(pattern);
        this.masked = masked;
    }

    boolean masked() {
        return masked;
    }

    boolean admits(String value) {
        return !tooLong(value) && !tooShort(value) && matches(value);
    }

    /** The text of each constraint that the value breaks. */
    List<String> broken(String value) {
        return texts(tooLong(value), tooShort(value), !matches(value));
    }

    /** The texts of all constraints: of lists and maps the service names them all, not only the broken ones. */
    List<String> constraints() {
        return texts(max != NO_LIMIT, min != NO_LIMIT, pattern != null);
    }

    private List<String> texts(boolean greatest, boolean least, boolean form) {
        List<String> texts = new ArrayList<>(3);
        if (greatest) {
            texts.add("Member must have length less than or equal to " + max);
        }
        if (least) {
            texts.add("Member must have length greater than or equal to " + min);
        }
        if (form) {
            texts.add("Member must satisfy regular expression pattern: " + pattern);
        }
        return texts;
    }

    private boolean tooLong(String value) {
        // The length in chars is never below that in code points: count only when it does not settle the question.
        return max != NO_LIMIT && value.length() > max && codePoints(value) > max;
    }

    private boolean tooShort(String value) {
        return value.length() < min || (min > 1 && codePoints(value) < min);
    }

    private static int codePoints(String value) {
        return value.codePointCount(0, value.length());
    }

    private boolean matches(String value) {
        if (pattern == null || (ordinary != null && ordinary.makesUp(value))) {
            return true;
        }
        if (value.length() <= SHORT) {
            return pattern.matcher(value).matches();
        }
        try {
            return pattern.matcher(new MeteredText(value)).matches();
        } catch (MeteredText.Exhausted endless) {
            return false;
        }
    }
}
