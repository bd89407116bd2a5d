package dev.cognate.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One Java source file in the making: lines with an indentation that follows the braces. */
final class JavaFile {
    private final StringBuilder text = new StringBuilder();
    private int depth;

    JavaFile(String packageName) {
        line("package " + packageName + ";");
        line("");
    }

    /** Adds a line; one that starts with a closing brace is set back, one that ends with an opening brace indents. */
    JavaFile line(String line) {
        if (line.startsWith("}")) {
            depth--;
        }
        if (!line.isEmpty()) {
            text.repeat("    ", depth).append(line);
        }
        text.append('\n');
        if (line.endsWith("{") || line.endsWith("(")) {
            depth++;
        } else if (line.startsWith(")")) {
            depth--;
        }
        return this;
    }

    JavaFile blank() {
        return line("");
    }

    JavaFile doc(String sentence) {
        return line("/** " + sentence + " */");
    }

    void save(Path folder, String name) {
        write(folder.resolve(name + ".java"), text.toString());
    }

    /** Writes the text, unless the file has it already: a compiler then sees no change. */
    static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file) || !Files.readString(file).equals(text)) {
                Files.writeString(file, text);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
