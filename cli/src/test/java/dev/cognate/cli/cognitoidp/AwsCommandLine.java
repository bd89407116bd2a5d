package dev.cognate.cli.cognitoidp;

import dev.cognate.cli.json.JsonReader;
import dev.cognate.cli.json.JsonValue;
import dev.cognate.cli.json.JsonValue.Entries;
import dev.cognate.cli.json.JsonValue.Items;
import dev.cognate.cli.json.JsonValue.Text;
import dev.cognate.cli.json.JsonWriter;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The AWS command line that is installed on this machine, if there is one. */
final class AwsCommandLine implements AutoCloseable {
    private final Process process;
    private final Writer in;
    private final BufferedReader out;

    private AwsCommandLine(String python) throws IOException {
        process = new ProcessBuilder(python, "src/test/python/aws_command_line.py")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        in = process.outputWriter(StandardCharsets.UTF_8);
        out = process.inputReader(StandardCharsets.UTF_8);
    }

    /** What a command left behind. */
    record Result(int status, String out, String err) {}

    /** Starts the installed one; null when there is none. */
    static @Nullable AwsCommandLine find() throws IOException {
        for (String folder : System.getenv("PATH").split(":", -1)) {
            Path program = Path.of(folder, "aws");
            String python = Files.isExecutable(program) ? interpreter(program) : null;
            if (python != null) {
                return new AwsCommandLine(python);
            }
        }
        return null;
    }

    /** The Python that the program's first line names, which is where its modules are. */
    private static @Nullable String interpreter(Path program) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(program)) {
            String first = lines.readLine();
            return first != null && first.startsWith("#!") && first.contains("/python")
                    ? first.substring(2).strip()
                    : null;
        }
    }

    /** Runs a command. */
    Result run(List<String> words, Map<String, String> variables, Path folder) throws Exception {
        Map<String, JsonValue> all = new LinkedHashMap<>();
        variables.forEach((name, value) -> all.put(name, new Text(value)));
        Entries command = new Entries(Map.of(
                "words",
                        new Items(words.stream()
                                .map(word -> (JsonValue) new Text(word))
                                .toList()),
                "variables", new Entries(all),
                "folder", new Text(folder.toString())));
        in.write(JsonWriter.compact(command) + "\n");
        in.flush();
        Entries answer = (Entries) JsonReader.read(out.readLine());
        if (!(answer.get("status") instanceof JsonValue.Whole(String status))) {
            throw new IllegalStateException("no status");
        }
        return new Result(
                Integer.parseInt(status), String.valueOf(answer.text("out")), String.valueOf(answer.text("err")));
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
        process.destroy();
    }
}
