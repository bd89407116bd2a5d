package dev.cognate.wire;

import org.jspecify.annotations.Nullable;

/**
 * The place of a structure inside a request, as validation messages name it: member names with a lower-case first
 * letter, joined by dots; the elements of a list counted from one, as in {@code schema.1.member.name} (oauth-config A5).
 */
public final class Path {

    /** The request itself. */
    public static final Path ROOT = new Path(null, "");

    private final @Nullable Path parent;
    private final String step;

    private Path(@Nullable Path parent, String step) {
        this.parent = parent;
        this.step = step;
    }

    /** The place of a member of this structure. */
    public Path member(String name) {
        return new Path(this, name);
    }

    /** The place of an element of this list; the first is number one. */
    public Path element(int number) {
        return new Path(this, number + ".member");
    }

    /** The place of a value of this map. */
    public Path value(String key) {
        return new Path(this, key + ".member");
    }

    @Override
    public String toString() {
        if (parent == null || parent == ROOT) {
            return step;
        }
        return parent + "." + step;
    }
}
