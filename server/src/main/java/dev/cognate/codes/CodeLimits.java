package dev.cognate.codes;

/**
 * How often within any 60 minutes a user may ask for a code and try one; the calls that succeed count too. Reference:
 * lifecycle A12.
 *
 * @param sends requests for a code, {@link #NONE} for no limit
 * @param tries attempts to use a code, {@link #NONE} for no limit
 */
public record CodeLimits(int sends, int tries) {
    /** No limit. */
    public static final int NONE = Integer.MAX_VALUE;

    /** The service's own: 5 requests and 15 attempts. */
    public static final CodeLimits SERVICE = new CodeLimits(5, 15);

    /** Without any limit, for load tests. */
    public static final CodeLimits OFF = new CodeLimits(NONE, NONE);

    /** Refuses negative limits. */
    public CodeLimits {
        if (sends < 0 || tries < 0) {
            throw new IllegalArgumentException("A limit per hour is 0 or more");
        }
    }
}
