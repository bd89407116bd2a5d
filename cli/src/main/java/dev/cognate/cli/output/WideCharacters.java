package dev.cognate.cli.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many columns of a terminal a text takes, counting as the AWS command line does. */
final class WideCharacters {
    private final NavigableMap<Integer, Integer> ranges = new TreeMap<>();

    /** Reads the table of wide characters. */
    WideCharacters() {
        try (InputStream in = WideCharacters.class.getResourceAsStream("wide-characters.txt")) {
            new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(this::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String line) {
        int dash = line.indexOf('-');
        int first = HexFormat.fromHexDigits(dash < 0 ? line : line.substring(0, dash));
        ranges.put(first, dash < 0 ? first : HexFormat.fromHexDigits(line.substring(dash + 1)));
    }

    /** The columns of the text: two for a wide or ambiguous character, one for any other. */
    int columns(String text) {
        return text.codePoints().map(c -> isWide(c) ? 2 : 1).sum();
    }

    private boolean isWide(int character) {
        var range = ranges.floorEntry(character);
        return range != null && character <= range.getValue();
    }
}
