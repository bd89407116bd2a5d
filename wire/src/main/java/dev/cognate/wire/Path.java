package dev.cognate.wire;

import org.jspecify.annotations.Nullable;

/**
 * The place of a structure inside a request, as validation messages name it: member names with a lower-case first
 * letter, joined by dots; the elements of a list counted from one, as in {@code schema.1.member.name}. Immutable; the
 * text is only made when a message needs it. Reference: oauth-config A5.
 */
public final class Path {

    /** The request itself. */
    public static final Path ROOT = new Path(null, "", 0, false);

    private final @Nullable Path parent;
    private final String name;
    private final int number;
    private final boolean masked;

    private Path(@Nullable Path parent, String name, int number, boolean masked) {
        this.parent = parent;
        this.name = name;
        this.number = number;
        this.masked = masked;
    }

    /** The place of a member of this structure. */
    public Path member(String name) {
        return new Path(this, name, 0, masked);
    }

    /** The place of a member whose shape is sensitive: messages leave out every value below it. */
    public Path masked(String name) {
        return new Path(this, name, 0, true);
    }

    /** The place of an element of this list; the first is number one. */
    public Path element(int number) {
        return new Path(this, "", number, masked);
    }

    /** The place of a value of this map; of a long key, which the client chose, only the beginning is named. */
    public Path value(String key) {
        return new Path(this, Excerpt.of(key) + ".member", 0, masked);
    }

    boolean isMasked() {
        return masked;
    }

    @Override
    public String toString() {
        String step = number == 0 ? name : number + ".member";
        return parent == null || parent == ROOT ? step : parent + "." + step;
    }
}
