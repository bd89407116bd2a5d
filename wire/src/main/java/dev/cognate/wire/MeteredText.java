package dev.cognate.wire;

/**
 * Text that can be read only so often. Some patterns of the model take time with the square or the cube of the length
 * ({@code A*\{##A*##\}A*} on a message full of {@code {####}}); over this text such a match gives up instead of keeping
 * a processor busy for minutes.
 */
final class MeteredText implements CharSequence {
    /** Reads per character, of which a match without much backtracking takes two or three. */
    private static final long READS_PER_CHARACTER = 8;

    private static final long READS_AT_LEAST = 1_000_000;

    private final String text;
    private long readsLeft;

    MeteredText(String text) {
        this.text = text;
        this.readsLeft = READS_AT_LEAST + READS_PER_CHARACTER * text.length();
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        if (--readsLeft < 0) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** The text was read too often. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("too many reads", null, false, false);
        }
    }
}
