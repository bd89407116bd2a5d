package dev.cognate.triggers;

import dev.cognate.crypto.Randomness;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Runs functions whose code is on this machine: files for Node.js and Python in processes that stay warm, and commands.
 * What they print goes to a log for each function. They see this process's environment without Cognate's own variables.
 */
public final class LocalRunner implements FunctionRunner {
    private static final Duration LAST_LINES = Duration.ofSeconds(1);

    private final Map<String, LocalFunction> functions = new LinkedHashMap<>();
    private final Duration limit;
    private final Surroundings surroundings;
    private final ExecutorService threads =
            // Not virtual ones: reading from a pipe would hold on to the few threads that carry those.
            Executors.newThreadPerTaskExecutor(
                    Thread.ofPlatform().daemon().name("function-", 0).factory());

    /**
     * What is around the functions.
     *
     * @param logs the folder of their logs; made when there is something to write
     * @param environment variables for them, beside those of this process, which go first
     * @param randomness makes the ids of their requests
     * @param clock dates the lines of their logs
     */
    public record Surroundings(Path logs, Map<String, String> environment, Randomness randomness, InstantSource clock) {

        /** Copies the variables. */
        public Surroundings {
            environment = Map.copyOf(environment);
        }

        /** Leaves the variables out, which may hold secrets. */
        @Override
        public String toString() {
            return "Surroundings[" + logs + "]";
        }
    }

    /**
     * A runner.
     *
     * @param code the code of each function, by its ARN
     * @param limit how long one attempt may take; five seconds in the service
     */
    public LocalRunner(Map<String, LocalCode> code, Duration limit, Surroundings surroundings) {
        this.limit = limit;
        this.surroundings = surroundings;
        code.forEach((arn, each) -> functions.put(arn, function(arn, each)));
    }

    private LocalFunction function(String arn, LocalCode code) {
        FunctionLog log = new FunctionLog(FunctionLog.file(surroundings.logs, arn), surroundings.clock);
        ChildProcesses processes = new ChildProcesses(arn, surroundings.environment, log, threads);
        return switch (code) {
            case LocalCode.Node(Path file, String handler) ->
                new Workers(new WorkerProgram.Node(arn, file, handler), processes, surroundings.randomness);
            case LocalCode.Python(Path file, String handler) ->
                new Workers(new WorkerProgram.Python(arn, file, handler), processes, surroundings.randomness);
            case LocalCode.Command command -> new CommandFunction(command, processes);
        };
    }

    @Override
    public boolean knows(String functionArn) {
        return functions.containsKey(functionArn);
    }

    @Override
    public FunctionResult run(String functionArn, String event) {
        LocalFunction function = functions.get(functionArn);
        if (function == null) {
            throw new IllegalArgumentException("No code of the function " + functionArn);
        }
        return function.run(surroundings.randomness.uuid(), event, limit);
    }

    /** Ends all processes, and waits a moment for what they have printed to be in their logs. */
    @Override
    public void close() {
        functions.values().forEach(LocalFunction::close);
        threads.shutdown();
        try {
            if (!threads.awaitTermination(LAST_LINES.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException inAHurry) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
