package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.terminal.CliError;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bytes on the command line: Base64, read as leniently as Python reads it, or raw text. Reference: oauth-config D5. */
final class Blobs {

    private Blobs() {}

    /** The value with the bytes in it brought into the form of the API. */
    static JsonValue prepared(JsonValue value, Shape shape, boolean raw) {
        return switch (shape) {
            case Shape.Bytes _ ->
                value instanceof Text(String text) ? new Text(raw ? encoded(text) : canonical(text)) : value;
            case Shape.Structure structure ->
                value instanceof Entries entries ? structure(entries, structure, raw) : value;
            case Shape.Sequence(Shape element, long _, String _) ->
                value instanceof Items(List<JsonValue> values) ? list(values, element, raw) : value;
            case Shape.Mapping _, Shape.Text _, Shape.Whole _, Shape.Flag _, Shape.Time _, Shape.Free _ -> value;
        };
    }

    private static Entries structure(Entries entries, Shape.Structure structure, boolean raw) {
        Map<String, JsonValue> prepared = new LinkedHashMap<>();
        entries.members().forEach((name, value) -> {
            Shape.Member member = structure.member(name);
            prepared.put(name, member == null ? value : prepared(value, member.shape(), raw));
        });
        return new Entries(prepared);
    }

    private static Items list(List<JsonValue> values, Shape element, boolean raw) {
        List<JsonValue> prepared = new ArrayList<>();
        values.forEach(value -> prepared.add(prepared(value, element, raw)));
        return new Items(prepared);
    }

    /** The Base64 of the text itself. */
    static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The Base64, cleaned of all that is not of its alphabet.
     *
     * @throws CliError.General when what is left is not Base64
     */
    static String canonical(String text) {
        StringBuilder letters = new StringBuilder();
        int padding = 0;
        for (int i = 0; i < text.length() && (padding == 0 || (letters.length() + padding) % 4 != 0); i++) {
            char c = text.charAt(i);
            if (isLetter(c)) {
                letters.append(c);
                padding = 0;
            } else if (c == '=' && letters.length() % 4 >= 2) {
                padding++;
            }
        }
        if ((letters.length() + padding) % 4 != 0) {
            throw new CliError.General("Invalid base64: \"" + text + "\"");
        }
        // Decoded and encoded again, so that bits beyond the last byte are gone.
        return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(letters + "=".repeat(padding)));
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '+' || c == '/';
    }
}
