package dev.cognate.groups;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items what it shows
 * @param more whether another page follows
 */
record Page<T>(List<T> items, boolean more) {
    private static final int LARGEST = 60;

    /** How many items a page has: at most 60, which it also has when nothing or 0 is asked for. */
    static int size(@Nullable Integer limit) {
        return limit == null || limit == 0 ? LARGEST : limit;
    }

    /** The page of what was found; it was looked for one more than the page holds, to know whether another follows. */
    static <T> Page<T> of(List<T> found, int size) {
        return new Page<>(found.subList(0, Math.min(size, found.size())), found.size() > size);
    }

    /** The token of the next page, made of the last item; null on the last page. */
    @Nullable String next(Function<T, String> token) {
        return more ? token.apply(items.getLast()) : null;
    }
}
