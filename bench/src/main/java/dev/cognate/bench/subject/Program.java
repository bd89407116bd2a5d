package dev.cognate.bench.subject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A running process, with both its outputs in a file. Closing it ends it: politely at first, by force after a while. */
public final class Program implements AutoCloseable {
    private static final Duration TO_START = Duration.ofSeconds(60);
    private static final Duration TO_STOP = Duration.ofSeconds(15);

    private final Process process;
    private final Path output;

    private Program(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts a command in a folder; the environment is added to that of this process. */
    public static Program start(List<String> command, Map<String, String> environment, Path folder) throws IOException {
        Files.createDirectories(folder);
        Path output = Files.createTempFile(folder, "output", ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        return new Program(builder.start(), output);
    }

    /** Processor time so far, of all threads, in steps of 10 milliseconds. */
    public Duration processorTime() {
        return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Processor time of this very process. */
    public static Duration ownProcessorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** Resident memory in mebibytes, as Linux counts it. */
    public long residentMebibytes() throws IOException {
        return mebibytes("VmRSS:");
    }

    /** The most resident memory that it had so far, in mebibytes. */
    public long peakMebibytes() throws IOException {
        return mebibytes("VmHWM:");
    }

    private long mebibytes(String line) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(each -> each.startsWith(line))
                            .map(each -> each.replaceAll("\\D", ""))
                            .mapToLong(Long::parseLong)
                            .findFirst()
                            .orElseThrow()
                    / 1024;
        }
    }

    /**
     * Waits until a line of the output fits, and returns the first group of the pattern.
     *
     * @throws IOException the process ended, or took longer than a minute
     */
    public String await(Pattern pattern) throws IOException, InterruptedException {
        Matcher[] found = {pattern.matcher("")};
        await(text -> {
            found[0] = pattern.matcher(text);
            return found[0].find();
        });
        return found[0].group(1);
    }

    private void await(Predicate<String> fits) throws IOException, InterruptedException {
        long patience = System.nanoTime() + TO_START.toNanos();
        while (!fits.test(Files.readString(output))) {
            if (!process.isAlive() || System.nanoTime() > patience) {
                throw new IOException("A server did not start:\n" + Files.readString(output));
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    /**
     * Waits until the process has ended by itself, and returns what it has printed.
     *
     * @throws IOException its status was not 0, or it took too long
     */
    public String result(Duration longest) throws IOException, InterruptedException {
        boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended || process.exitValue() != 0) {
            close();
            throw new IOException("A program failed:\n" + Files.readString(output));
        }
        return Files.readString(output);
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException inAHurry) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
