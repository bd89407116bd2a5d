package dev.cognate.triggers;

import dev.cognate.triggers.FunctionResult.Failed;
import dev.cognate.triggers.FunctionResult.FunctionError;
import dev.cognate.triggers.FunctionResult.TimedOut;
import dev.cognate.wire.Document;
import dev.cognate.wire.JsonOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that has loaded a function and takes one event after the other. After a time-out, and when the process ends,
 * it is of no more use. Used by one thread at a time.
 */
final class Worker implements AutoCloseable {
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Process process;
    private final ChildProcesses processes;
    private final String token;
    private final String version;
    private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();
    private volatile boolean spent;

    private Worker(Process process, ChildProcesses processes, String token, String version) {
        this.process = process;
        this.processes = processes;
        this.token = token;
        this.version = version;
    }

    /**
     * Starts a worker.
     *
     * @param token what its answers begin with, so that nothing that the function prints is taken for one
     * @throws IOException the program cannot be started
     */
    static Worker start(WorkerProgram program, ChildProcesses processes, String token) throws IOException {
        String version = program.version();
        Process process = processes.start(program.command(token), program.file().getParent());
        Worker worker = new Worker(process, processes, token, version);
        processes.inBackground(worker::listen);
        return worker;
    }

    /** Whether it may be given another event: it lives, and runs this version of the file. */
    boolean isGoodFor(String wantedVersion) {
        return !spent && process.isAlive() && version.equals(wantedVersion);
    }

    FunctionResult run(String requestId, String event, Duration limit) {
        send(JsonOutput.encode(out -> {
            out.beginObject();
            out.member("id", requestId);
            out.member("millis", limit.toMillis());
            out.member("event", new Document(event.replace('\n', ' ').replace('\r', ' ')));
            out.endObject();
        }));
        try {
            Optional<String> line = answers.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            if (line == null) {
                close();
                return new TimedOut();
            }
            return line.isPresent() ? read(line.get()) : died(requestId);
        } catch (InterruptedException stopping) {
            close();
            Thread.currentThread().interrupt();
            return new Failed(Texts.NO_EXCHANGE);
        }
    }

    /** A pipe takes only so much from us while the process does not read: another thread waits for it. */
    private void send(byte[] request) {
        processes.inBackground(() -> {
            try {
                OutputStream events = process.getOutputStream();
                events.write(request);
                events.write('\n');
                events.flush();
            } catch (IOException ended) {
                answers.add(Optional.empty());
            }
        });
    }

    private FunctionResult read(String line) {
        WorkerAnswer answer = WorkerAnswer.of(line);
        spent = spent || answer.leaving();
        return answer.result();
    }

    private FunctionResult died(String requestId) throws InterruptedException {
        boolean ended = process.waitFor(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        @Nullable Integer status = ended ? process.exitValue() : null;
        close();
        return new FunctionError(Texts.died(requestId, status));
    }

    private void listen() {
        String beginning = "{\"token\":\"" + token + "\"";
        ChildProcesses.eachLine(process.getInputStream(), line -> {
            if (line.startsWith(beginning)) {
                answers.add(Optional.of(line));
            } else if (!line.isEmpty()) {
                processes.log().write(line);
            }
        });
        answers.add(Optional.empty());
    }

    /** Kills the process. */
    @Override
    public void close() {
        spent = true;
        ChildProcesses.kill(process);
    }
}
