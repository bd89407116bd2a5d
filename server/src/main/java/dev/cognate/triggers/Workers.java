package dev.cognate.triggers;

import dev.cognate.crypto.Randomness;
import dev.cognate.triggers.FunctionResult.Failed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workers of one function: at most {@value #MOST}, started when they are needed, kept warm, and replaced when they
 * have died or the file has changed.
 */
final class Workers implements LocalFunction {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final int MOST = 4;

    private final WorkerProgram program;
    private final ChildProcesses processes;
    private final Randomness randomness;
    private final Semaphore places = new Semaphore(MOST, true);

    /** Guarded by itself. The one that was used last comes first, so that it stays warm. */
    private final Deque<Worker> idle = new ArrayDeque<>();

    /** Guarded by {@link #idle}. */
    private boolean closed;

    Workers(WorkerProgram program, ChildProcesses processes, Randomness randomness) {
        this.program = program;
        this.processes = processes;
        this.randomness = randomness;
    }

    @Override
    public FunctionResult run(String requestId, String event, Duration limit) {
        try {
            if (!places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Failed("TooManyRequestsException");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Failed(Texts.NO_EXCHANGE);
        }
        try {
            return runNow(requestId, event, limit);
        } finally {
            places.release();
        }
    }

    private FunctionResult runNow(String requestId, String event, Duration limit) {
        String version = program.version();
        long start = System.nanoTime();
        try {
            Worker warm = takeIdle(version);
            Worker worker = warm == null ? Worker.start(program, processes, randomness.uuid()) : warm;
            FunctionResult result = worker.run(requestId, event, limit);
            giveBack(worker, version);
            processes.log().write(Texts.report(requestId, result, System.nanoTime() - start));
            return result;
        } catch (IOException notStarted) {
            LOG.error("The function {} cannot be started: {}", program.arn(), notStarted.getMessage());
            return new Failed(Texts.NO_EXCHANGE);
        }
    }

    private @Nullable Worker takeIdle(String version) {
        synchronized (idle) {
            for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
                if (worker.isGoodFor(version)) {
                    return worker;
                }
                worker.close();
            }
            return null;
        }
    }

    private void giveBack(Worker worker, String version) {
        synchronized (idle) {
            if (!closed && worker.isGoodFor(version)) {
                idle.push(worker);
                return;
            }
        }
        worker.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(Worker::close);
            idle.clear();
        }
    }
}
