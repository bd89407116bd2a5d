package dev.cognate.wire;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The ASCII characters of a pattern that is one character class, repeated, as most patterns of the model are. Tells at
 * a glance that an ordinary value is admitted; the pattern itself is slow with tokens, which are long.
 */
final class AsciiClass {
    private static final Pattern ONE_CLASS = Pattern.compile("(\\[(?:[^\\[\\]&\\\\]|\\\\[^Q])+])[+*]");

    private final boolean[] members = new boolean[128];

    private AsciiClass(Pattern one) {
        for (char each = 0; each < members.length; each++) {
            members[each] = one.matcher(String.valueOf(each)).matches();
        }
    }

    /** Of a pattern; null when it is more than one class, repeated. */
    static @Nullable AsciiClass of(String pattern) {
        var found = ONE_CLASS.matcher(pattern);
        return found.matches() ? new AsciiClass(Pattern.compile(found.group(1))) : null;
    }

    /** Whether the text is not empty and of these characters only. If not, the pattern may admit it all the same. */
    boolean makesUp(String text) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each >= members.length || !members[each]) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
