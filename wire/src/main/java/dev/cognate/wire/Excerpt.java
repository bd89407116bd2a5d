package dev.cognate.wire;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * A value as a validation message shows it: text as it is, lists and maps as Java prints them ({@code [a, b]},
 * {@code {k=v}}, oauth-config A5).
 *
 * <p>A client may send a megabyte where a word belongs, and gets the value back in the body and in a header of the
 * answer. The service has been seen to repeat hundreds of characters; where it stops is unknown. Here it is after
 * {@value #LIMIT}, and three dots show the cut.
 */
final class Excerpt {
    static final int LIMIT = 1024;
    private static final String CUT = "...";

    private final StringBuilder text = new StringBuilder();

    private Excerpt() {}

    static String of(Object value) {
        Excerpt excerpt = new Excerpt();
        excerpt.append(value);
        return excerpt.cut();
    }

    private void append(Object value) {
        switch (value) {
            case List<?> list -> join("[", list.iterator(), "]");
            case Map<?, ?> map -> join("{", map.entrySet().iterator(), "}");
            default -> text.append(value);
        }
    }

    private void join(String begin, Iterator<?> elements, String end) {
        text.append(begin);
        while (elements.hasNext() && text.length() <= LIMIT) {
            text.append(elements.next()).append(elements.hasNext() ? ", " : "");
        }
        text.append(end);
    }

    private String cut() {
        if (text.length() <= LIMIT) {
            return text.toString();
        }
        // Never between the two halves of a character.
        int end = Character.isHighSurrogate(text.charAt(LIMIT - 1)) ? LIMIT - 1 : LIMIT;
        return text.substring(0, end) + CUT;
    }
}
