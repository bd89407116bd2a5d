package dev.cognate.cli.demo;

import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Environment;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Starts a server as a process of its own: the command in the variable {@code COGNATE_SERVER_COMMAND} (which the start
 * script sets; words are parted by blanks, unless the whole is the name of a file), else the server's main class on the
 * class path of this process.
 */
final class Launcher {
    static final String COMMAND = "COGNATE_SERVER_COMMAND";
    private static final String MAIN = "dev.cognate.app.Main";
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:\\d+");
    private static final int START_SECONDS = 60;

    private final Environment environment;

    Launcher(Environment environment) {
        this.environment = environment;
    }

    /**
     * Starts a server with its data in this folder, on free ports, and waits until it says where it is.
     *
     * @throws CliError.General when it ends or says nothing for a minute
     */
    Server start(Path folder) {
        List<String> words = new ArrayList<>(command());
        words.addAll(List.of("serve", "--port", "0", "--management-port", "0", "--data", folder.toString()));
        Path log = folder.resolveSibling("server.log");
        try {
            Process process =
                    new ProcessBuilder(words).redirectError(log.toFile()).start();
            String address = address(process);
            if (address == null) {
                process.destroyForcibly();
                throw new CliError.General("The server did not start." + endOf(log));
            }
            return new Server(process, address);
        } catch (IOException impossible) {
            throw new CliError.General("The server did not start: " + impossible.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CliError.Interrupted();
        }
    }

    private List<String> command() {
        String command = environment.first(COMMAND);
        if (command == null) {
            Path java = Path.of(System.getProperty("java.home"), "bin", "java");
            return List.of(java.toString(), "-cp", System.getProperty("java.class.path"), MAIN);
        }
        return Files.isRegularFile(Path.of(command))
                ? List.of(command)
                : List.of(command.strip().split("\\s+"));
    }

    /** The first address that the process prints; null when it ends without one or takes too long. */
    private static @Nullable String address(Process process) throws InterruptedException {
        BlockingQueue<String> found = new LinkedBlockingQueue<>();
        // Reads on after the address, so that the server never waits for us.
        Thread.ofVirtual().start(() -> readAll(process, found));
        String address = found.poll(START_SECONDS, TimeUnit.SECONDS);
        return address == null || address.isEmpty() ? null : address;
    }

    private static void readAll(Process process, BlockingQueue<String> found) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    found.add(address.group());
                }
            }
        } catch (IOException ended) {
            // The process is gone; the empty word below says so.
        }
        found.add("");
    }

    private static String endOf(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - 10), lines.size()));
    }
}
