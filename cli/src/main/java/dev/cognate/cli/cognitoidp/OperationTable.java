package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonReader.Malformed;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operations of the API, read from the tables that the build writes beside the API's classes. Each operation has a
 * file of its own, so that a call reads only one.
 */
final class OperationTable {
    private static final String FOLDER = "/dev/cognate/wire/cli/";
    private static final String INDEX = "operations";

    /** The operation of this name on the command line, or null. */
    @Nullable ApiOperation find(String option) {
        if (option.equals(INDEX) || !isKebabCase(option)) {
            return null;
        }
        Entries table = (Entries) read(option);
        return table == null ? null : ShapeReader.operation(option, table);
    }

    /** The names of all operations on the command line, in the order of the alphabet. */
    List<String> options() {
        List<String> options = new ArrayList<>();
        if (read(INDEX) instanceof Items(List<JsonValue> entries)) {
            for (JsonValue entry : entries) {
                String option = ((Entries) entry).text("option");
                if (option != null) {
                    options.add(option);
                }
            }
        }
        Collections.sort(options);
        return options;
    }

    private static boolean isKebabCase(String option) {
        for (int i = 0; i < option.length(); i++) {
            char c = option.charAt(i);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-') {
                return false;
            }
        }
        return !option.isEmpty();
    }

    private static @Nullable JsonValue read(String name) {
        try (InputStream in = OperationTable.class.getResourceAsStream(FOLDER + name + ".json")) {
            return in == null ? null : JsonReader.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (Malformed broken) {
            throw new IllegalStateException("the table of " + name + " is damaged", broken);
        }
    }
}
