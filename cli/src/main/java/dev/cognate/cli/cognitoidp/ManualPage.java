package dev.cognate.cli.cognitoidp;

/** A page that looks like those of {@code man}: headings at the margin, text below them, lines of 79 characters. */
final class ManualPage {
    private static final int WIDTH = 79;
    private static final int MARGIN = 7;
    private static final int DEEPER = 3;

    private final StringBuilder text = new StringBuilder();

    /** Begins a section. */
    ManualPage section(String heading) {
        text.append(text.isEmpty() ? "" : "\n").append(heading).append('\n');
        return this;
    }

    /** A paragraph, broken into lines. */
    ManualPage paragraph(String words) {
        return wrapped(words, MARGIN);
    }

    /** A paragraph that belongs to the line before it. */
    ManualPage detail(String words) {
        return wrapped(words, MARGIN + DEEPER);
    }

    /** Lines as they are. */
    ManualPage lines(String lines) {
        return lines(lines, MARGIN);
    }

    /** Lines as they are, belonging to the line before them. */
    ManualPage detailLines(String lines) {
        return lines(lines, MARGIN + DEEPER);
    }

    /** An empty line. */
    ManualPage gap() {
        text.append('\n');
        return this;
    }

    private ManualPage lines(String lines, int indent) {
        lines.lines()
                .forEach(line -> text.repeat(" ", line.isEmpty() ? 0 : indent)
                        .append(line)
                        .append('\n'));
        return this;
    }

    private ManualPage wrapped(String words, int indent) {
        int column = 0;
        for (String word : words.split(" ", -1)) {
            if (column == 0 || column + 1 + word.length() > WIDTH) {
                text.append(column == 0 ? "" : "\n").repeat(" ", indent).append(word);
                column = indent + word.length();
            } else {
                text.append(' ').append(word);
                column += 1 + word.length();
            }
        }
        text.append('\n');
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
