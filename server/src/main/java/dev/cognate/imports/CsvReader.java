package dev.cognate.imports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a CSV file that is kept in pieces, from any position on; it holds one piece and one line. The rules of the
 * file are the import's own (lifecycle H): values are not quoted, so a line is a row; a comma in a value is written
 * {@code \,}; blanks around a value do not belong to it. A backslash before anything else stands for itself.
 *
 * <p>No library is behind it: those that know an escape character without quotes also turn {@code \n} in a value into a
 * line break, and none says at which byte a row ends, which is where another node continues.
 */
final class CsvReader {
    /** The longest line, in characters. */
    static final int LONGEST_LINE = 16_000;

    private static final int MOST_BYTES_OF_CHARACTER = 4;
    private static final char UNREADABLE = '\uFFFD';

    private final LongFunction<byte @Nullable []> pieces;
    private final int pieceLength;
    private long position;
    private long number;
    private byte @Nullable [] piece;

    /**
     * A reader.
     *
     * @param pieces the pieces of the file by number, null behind the last
     * @param pieceLength the length of all pieces but the last
     * @param position the number of bytes before the first line
     * @param number the number of lines before the first line
     */
    CsvReader(LongFunction<byte @Nullable []> pieces, int pieceLength, long position, long number) {
        this.pieces = pieces;
        this.pieceLength = pieceLength;
        this.position = position;
        this.number = number;
    }

    /**
     * A line.
     *
     * @param number counted from one, the header
     * @param end the number of bytes up to the next line
     * @param text the line without its end, null when it cannot be used
     * @param problem why not, empty otherwise
     */
    record Line(long number, long end, @Nullable String text, String problem) {

        /** A line with nothing on it, which is no row. */
        boolean isBlank() {
            return text != null && text.isBlank();
        }

        /** The number only. */
        @Override
        public String toString() {
            return "Line " + number;
        }
    }

    /** The next line, null behind the last. */
    @Nullable Line next() {
        byte[] bytes = piece();
        if (bytes == null) {
            return null;
        }
        int from = offset();
        int end = lineEnd(bytes, from);
        number++;
        if (end < bytes.length) {
            moveTo(position + end + 1 - from);
            return line(bytes, from, end - from);
        }
        return longLine();
    }

    /** A line that goes on in the next piece, or ends the file. */
    private Line longLine() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] bytes = piece(); bytes != null; bytes = piece()) {
            int from = offset();
            int end = lineEnd(bytes, from);
            if (whole.size() <= LONGEST_LINE * MOST_BYTES_OF_CHARACTER) { // The rest only has to be passed over.
                whole.write(bytes, from, end - from);
            }
            moveTo(position + end - from + (end < bytes.length ? 1 : 0));
            if (end < bytes.length) {
                break;
            }
        }
        byte[] bytes = whole.toByteArray();
        return line(bytes, 0, bytes.length);
    }

    private Line line(byte[] bytes, int from, int length) {
        if (length > LONGEST_LINE * MOST_BYTES_OF_CHARACTER) {
            return new Line(number, position, null, Texts.ROW_TOO_LONG);
        }
        String text = new String(bytes, from, length, StandardCharsets.UTF_8);
        // Only a text with the sign for what could not be read needs a second look.
        boolean readable = text.indexOf(UNREADABLE) < 0 || isUtf8(bytes, from, length);
        if (!readable || text.indexOf('\0') >= 0) {
            return new Line(number, position, null, Texts.ROW_NOT_TEXT);
        }
        if (text.codePointCount(0, text.length()) > LONGEST_LINE) {
            return new Line(number, position, null, Texts.ROW_TOO_LONG);
        }
        return new Line(number, position, text, "");
    }

    private static boolean isUtf8(byte[] bytes, int from, int length) {
        try {
            var _ = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, length));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }

    private static int lineEnd(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != '\n') {
            at++;
        }
        return at;
    }

    /** The piece in which the position is, null at the end of the file. */
    private byte @Nullable [] piece() {
        if (piece == null) {
            piece = pieces.apply(position / pieceLength);
        }
        byte[] bytes = piece;
        return bytes == null || offset() >= bytes.length ? null : bytes;
    }

    private int offset() {
        return (int) (position % pieceLength);
    }

    private void moveTo(long next) {
        if (next / pieceLength != position / pieceLength) {
            piece = null;
        }
        position = next;
    }

    /** The values of a line, without the blanks around them. */
    static List<String> values(String line) {
        List<String> values = new ArrayList<>();
        int from = 0;
        for (int at = line.indexOf(','); at >= 0; at = line.indexOf(',', at + 1)) {
            if (at == 0 || line.charAt(at - 1) != '\\') {
                values.add(value(line, from, at));
                from = at + 1;
            }
        }
        values.add(value(line, from, line.length()));
        return values;
    }

    private static String value(String line, int from, int to) {
        String value = line.substring(from, to).strip();
        return value.indexOf('\\') < 0 ? value : value.replace("\\,", ",");
    }
}
