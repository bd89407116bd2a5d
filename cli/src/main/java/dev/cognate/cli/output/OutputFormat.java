package dev.cognate.cli.output;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The formats of {@code --output}. */
public enum OutputFormat {
    JSON("json"),
    TEXT("text"),
    TABLE("table"),
    YAML("yaml"),
    YAML_STREAM("yaml-stream"),
    OFF("off");

    private final String word;

    OutputFormat(String word) {
        this.word = word;
    }

    /** The format of this name, null when there is none. */
    public static @Nullable OutputFormat of(String word) {
        for (OutputFormat format : values()) {
            if (format.word.equals(word)) {
                return format;
            }
        }
        return null;
    }

    /** The names of all formats. */
    public static List<String> words() {
        return Arrays.stream(values()).map(format -> format.word).toList();
    }
}
