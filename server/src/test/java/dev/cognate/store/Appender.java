package dev.cognate.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Another process that writes to the SQLite store of a folder, with several threads, for as long as it lives. Each line of
 * its output is the number of a row whose write was answered, closed by a semicolon.
 */
final class Appender implements AutoCloseable {
    private static final int THREADS = 8;

    private final Process process;
    private final BufferedReader out;

    private Appender(Process process) {
        this.process = process;
        this.out = process.inputReader();
    }

    static Appender start(Path folder) throws IOException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dorg.sqlite.tmpdir=" + folder, // Its native library stays behind when it is killed.
                "-cp",
                System.getProperty("java.class.path"),
                Appender.class.getName(),
                folder.toString());
        return new Appender(command.redirectError(Redirect.DISCARD).start());
    }

    long pid() {
        return process.pid();
    }

    /** Waits for so many answered writes; returns their numbers. */
    List<Long> acknowledged(int count) throws IOException {
        List<Long> numbers = new ArrayList<>();
        while (numbers.size() < count) {
            String line = out.readLine();
            if (line == null) {
                throw new IllegalStateException("The appender has ended");
            }
            numbers.add(number(line));
        }
        return numbers;
    }

    /** Kills the process at once; returns the numbers that it had still printed. A line cut by the kill does not count. */
    List<Long> kill() throws IOException, InterruptedException {
        process.toHandle().destroyForcibly(); // Process itself would close the stream that is still to be read.
        List<Long> numbers = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.endsWith(";")) {
                numbers.add(number(line));
            }
        }
        process.waitFor();
        return numbers;
    }

    /** All lines of a process that ends by itself. */
    List<String> output() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            lines.add(line);
        }
        process.waitFor();
        return lines;
    }

    private static long number(String line) {
        return Long.parseLong(line.substring(0, line.length() - 1));
    }

    @Override
    public void close() throws IOException {
        process.toHandle().destroyForcibly();
        Interrupts.restore(Interrupts.sitOut(process::waitFor));
        out.close();
    }

    /** The other process: takes the folder as its argument. */
    public static void main(String[] arguments) throws Exception {
        PrintStream answers = System.out;
        System.setOut(System.err); // Where the log goes.
        try (Store store = TestStores.sqlite(Path.of(arguments[0]))) {
            store.write(tx -> tx.update("CREATE TABLE IF NOT EXISTS one (id BIGINT PRIMARY KEY)"));
            store.write(tx -> tx.update("CREATE TABLE IF NOT EXISTS other (id BIGINT PRIMARY KEY)"));
            long last = store.write(tx -> tx.list("SELECT COALESCE(MAX(id), 0) FROM one", row -> row.number(1))
                    .getFirst());
            Crowd.of(THREADS, number -> append(store, last + 1 + number, answers));
        } catch (StoreUnavailable e) {
            answers.println(e.getMessage());
        }
    }

    private static int append(Store store, long first, PrintStream answers) {
        for (long id = first; ; id += THREADS) {
            long row = id;
            store.write(tx -> tx.update("INSERT INTO one (id) VALUES (?)", row)
                    + tx.update("INSERT INTO other (id) VALUES (?)", row));
            answers.println(row + ";");
        }
    }
}
