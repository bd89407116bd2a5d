package dev.cognate.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * One Java source file in the making: lines with an indentation that follows the braces, broken where they are longer
 * than {@value #WIDTH} columns.
 */
final class JavaFile {
    private static final int WIDTH = 120;
    private static final String STEP = "    ";
    private static final String CONTINUED = STEP + STEP;

    private final StringBuilder text = new StringBuilder();
    private int depth;

    JavaFile(String packageName) {
        line("package " + packageName + ";");
        line("");
    }

    /**
     * Adds a line; one that starts with a closing brace is set back, one that ends with an opening brace indents. A
     * line that is too long is broken after its outermost parenthesis.
     */
    JavaFile line(String line) {
        if (line.startsWith("}")) {
            depth--;
        }
        add(line.isEmpty() ? "" : STEP.repeat(depth), line);
        if (line.endsWith("{")) {
            depth++;
        }
        return this;
    }

    /** Adds a sum: on one line if it fits, else one summand per line. */
    JavaFile sum(String head, List<String> summands, String tail) {
        String line = head + String.join(" + ", summands) + tail;
        if (STEP.length() * depth + line.length() <= WIDTH) {
            return line(line);
        }
        line(head + summands.getFirst());
        String indent = STEP.repeat(depth) + CONTINUED + "+ ";
        for (int i = 1; i < summands.size(); i++) {
            text.append(indent)
                    .append(summands.get(i))
                    .append(i < summands.size() - 1 ? "" : tail)
                    .append('\n');
        }
        return this;
    }

    private void add(String indent, String line) {
        int open = indent.length() + line.length() <= WIDTH ? -1 : outside(line, 0, "(");
        int equals = line.indexOf(" = ");
        if (open < 0 || line.startsWith("/**")) {
            text.append(indent).append(line).append('\n');
        } else if (indent.length() + open >= WIDTH && equals >= 0 && equals < open) {
            declared(indent, line.substring(0, equals + 2));
            add(indent + CONTINUED, line.substring(equals + 3));
        } else {
            text.append(indent).append(line, 0, open + 1).append('\n');
            continued(indent + CONTINUED, line, open + 1);
        }
    }

    /** Adds what stands before a value; if even that is too long, the name gets a line of its own. */
    private void declared(String indent, String declaration) {
        int name = declaration.lastIndexOf(' ', declaration.length() - 3);
        String gap = indent.length() + declaration.length() <= WIDTH ? " " : "\n" + indent + CONTINUED;
        text.append(indent).append(declaration, 0, name).append(gap).append(declaration.substring(name + 1));
        text.append('\n');
    }

    /** Adds the arguments that start there: those of a call on one line if they fit, the components of a record never. */
    private void continued(String indent, String line, int from) {
        String rest = line.substring(from);
        if (!line.contains(" record ") && indent.length() + rest.length() <= WIDTH) {
            text.append(indent).append(rest).append('\n');
            return;
        }
        List<String> arguments = arguments(line, from);
        for (int i = 0; i < arguments.size(); i++) {
            add(indent, arguments.get(i) + (i < arguments.size() - 1 ? "," : ""));
        }
    }

    /** The arguments that start there, the last together with all that follows it. */
    private static List<String> arguments(String line, int from) {
        List<String> arguments = new ArrayList<>();
        int start = from;
        for (int comma = outside(line, start, ","); comma >= 0; comma = outside(line, start, ",")) {
            arguments.add(line.substring(start, comma).strip());
            start = comma + 1;
        }
        arguments.add(line.substring(start).strip());
        return arguments;
    }

    /** Where the wanted character comes first, outside of text, inner brackets, and whatever ends the outer ones. */
    private static int outside(String line, int from, String wanted) {
        boolean quoted = false;
        int nested = 0;
        for (int i = from; i < line.length() && nested >= 0; i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && nested == 0 && wanted.indexOf(c) >= 0) {
                return i;
            } else if (!quoted && line.charAt(Math.max(0, i - 1)) != '-') {
                nested += "(<".indexOf(c) >= 0 ? 1 : ")>".indexOf(c) >= 0 ? -1 : 0;
            }
        }
        return -1;
    }

    JavaFile blank() {
        return line("");
    }

    JavaFile doc(String sentence) {
        return line("/** " + sentence + " */");
    }

    @Override
    public String toString() {
        return text.toString();
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

    /** A long text as literals of a readable length, cut after commas. */
    static List<String> literals(String value) {
        List<String> literals = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        for (String part : value.splitWithDelimiters(", ", 0)) {
            literal.append(part);
            if (literal.length() > WIDTH / 2 && part.equals(", ")) {
                literals.add(quoted(literal.toString()));
                literal.setLength(0);
            }
        }
        literals.add(quoted(literal.toString()));
        return literals;
    }

    static String quoted(String value) {
        return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
