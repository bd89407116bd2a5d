package dev.cognate.cli.doctor;

/**
 * One thing that was looked at.
 *
 * @param kind how it is
 * @param text what was found, and what to do about it
 */
record Finding(Kind kind, String text) {

    /** How a thing is. */
    enum Kind {
        /** As it must be. */
        GOOD("ok   "),
        /** Worth knowing. */
        NOTE("note "),
        /** It keeps users out. */
        WRONG("WRONG");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }
    }

    @Override
    public String toString() {
        return kind.mark + "  " + text;
    }
}
