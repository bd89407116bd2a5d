package dev.cognate.cli.prompt;

import java.util.List;
import org.jline.reader.CompletingParsedLine;
import org.jline.reader.EOFError;
import org.jline.reader.ParsedLine;
import org.jline.reader.Parser;

/** Tells JLine what the words of a line are, and that a line whose quotes are open is not finished. */
final class ShellParser implements Parser {

    @Override
    public ParsedLine parse(String line, int cursor, ParseContext context) {
        ShellWords words = ShellWords.of(line, cursor);
        boolean finished = context == ParseContext.ACCEPT_LINE || context == ParseContext.SECONDARY_PROMPT;
        if (finished && words.isOpen()) {
            throw new EOFError(-1, -1, "a quote is open", "quote");
        }
        return new Line(line, cursor, words);
    }

    /** A line as JLine wants it. */
    private record Line(String line, int cursor, ShellWords split) implements CompletingParsedLine {

        @Override
        public String word() {
            return words().get(wordIndex());
        }

        @Override
        public int wordCursor() {
            return split.cursor();
        }

        @Override
        public int wordIndex() {
            return split.index();
        }

        @Override
        public List<String> words() {
            return split.words();
        }

        @Override
        public CharSequence escape(CharSequence candidate, boolean complete) {
            // Of an empty word nothing stands in the line, and JLine takes away what this says stands there.
            return candidate.isEmpty() ? "" : ShellWords.quoted(candidate.toString());
        }

        @Override
        public int rawWordCursor() {
            return split.rawCursor();
        }

        @Override
        public int rawWordLength() {
            return split.rawLength();
        }
    }
}
