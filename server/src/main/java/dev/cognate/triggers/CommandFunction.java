package dev.cognate.triggers;

import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.FunctionError;
import dev.cognate.triggers.FunctionResult.Returned;
import dev.cognate.triggers.FunctionResult.TimedOut;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A function that is a command: a process for each event, which finds the event on its standard input and leaves the
 * answer on its standard output. One that ends with another status than 0 has failed; its message is the {@code
 * errorMessage} of what it wrote, where that is JSON with such a member.
 */
final class CommandFunction implements LocalFunction {
    private static final Logger LOG = LoggerFactory.getLogger(CommandFunction.class);
    private static final int GREATEST_ANSWER = 6 * 1024 * 1024;

    private final LocalCode.Command command;
    private final ChildProcesses processes;

    CommandFunction(LocalCode.Command command, ChildProcesses processes) {
        this.command = command;
        this.processes = processes;
    }

    @Override
    public FunctionResult run(String requestId, String event, Duration limit) {
        long start = System.nanoTime();
        Process process;
        try {
            process = processes.start(command.words(), null);
        } catch (IOException notStarted) {
            LOG.error("The command {} cannot be started: {}", command.words().getFirst(), notStarted.getMessage());
            return new Failed(Texts.NO_EXCHANGE);
        }
        try {
            FunctionResult result = exchange(process, requestId, event, limit);
            processes.log().write(Texts.report(requestId, result, System.nanoTime() - start));
            return result;
        } finally {
            ChildProcesses.kill(process);
        }
    }

    private FunctionResult exchange(Process process, String requestId, String event, Duration limit) {
        CompletableFuture<FunctionResult> result = new CompletableFuture<>();
        processes.inBackground(() -> write(process, event));
        processes.inBackground(() -> result.complete(read(process, requestId)));
        try {
            return result.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            return new TimedOut();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Failed(Texts.NO_EXCHANGE);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void write(Process process, String event) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(event.getBytes(StandardCharsets.UTF_8));
        } catch (IOException notRead) {
            // A command need not read its event.
        }
    }

    private static FunctionResult read(Process process, String requestId) {
        try (InputStream out = process.getInputStream()) {
            String answer = new String(out.readNBytes(GREATEST_ANSWER), StandardCharsets.UTF_8);
            int status = process.waitFor();
            if (status == 0) {
                return new Returned(answer);
            }
            String message = ErrorPayload.of(answer).message();
            return new FunctionError(message == null ? Texts.died(requestId, status) : message);
        } catch (IOException killed) {
            return new Failed(Texts.NO_EXCHANGE);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Failed(Texts.NO_EXCHANGE);
        }
    }

    @Override
    public void close() {}
}
