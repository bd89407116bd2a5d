package dev.cognate.triggers;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Starts the processes of one function, with Lambda's variables in their environment. */
final class ChildProcesses {
    private static final String OURS = "COGNATE_";

    private final String arn;
    private final Map<String, String> environment;
    private final FunctionLog log;
    private final Executor threads;

    ChildProcesses(String arn, Map<String, String> environment, FunctionLog log, Executor threads) {
        this.arn = arn;
        this.environment = environment;
        this.log = log;
        this.threads = threads;
    }

    /** The log of the function. */
    FunctionLog log() {
        return log;
    }

    /**
     * Starts a process. What it writes to its standard error goes to the log.
     *
     * @param folder its current folder, null for this process's own
     * @throws IOException it cannot be started
     */
    Process start(List<String> command, @Nullable Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        if (folder != null) {
            builder.directory(folder.toFile());
        }
        Map<String, String> variables = builder.environment();
        variables.keySet().removeIf(name -> name.startsWith(OURS)); // they may hold the keys of everything
        environment.forEach(variables::putIfAbsent);
        variables.putAll(lambdas());
        Process process = builder.start();
        InputStream errors = process.getErrorStream();
        inBackground(() -> eachLine(errors, log::write));
        return process;
    }

    /** Does what may wait for a process for as long as that lives. */
    void inBackground(Runnable work) {
        threads.execute(work);
    }

    /** Hands on lines until there are no more. */
    static void eachLine(InputStream in, Consumer<String> reader) {
        try (in) {
            Lines lines = new Lines(new BufferedInputStream(in));
            for (String line = lines.next(); line != null; line = lines.next()) {
                reader.accept(line);
            }
        } catch (IOException ended) {
            // The process was killed: its pipe is closed.
        }
    }

    /** Kills a process with all that it has started. */
    static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private Map<String, String> lambdas() {
        String[] parts = arn.split(":", -1);
        String name = parts.length > 6 ? parts[6] : arn;
        String region = parts.length > 3 && !parts[3].isEmpty() ? parts[3] : "us-east-1";
        return Map.of(
                "AWS_LAMBDA_FUNCTION_NAME",
                name,
                "AWS_LAMBDA_FUNCTION_VERSION",
                "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
                "128",
                "AWS_LAMBDA_LOG_GROUP_NAME",
                "/aws/lambda/" + name,
                "AWS_LAMBDA_LOG_STREAM_NAME",
                "cognate",
                "AWS_REGION",
                region,
                "AWS_DEFAULT_REGION",
                region);
    }
}
