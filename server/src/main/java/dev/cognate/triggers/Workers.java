package dev.cognate.triggers;

import dev.cognate.crypto.Randomness;
import dev.cognate.triggers.FunctionResult.Failed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
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
    private final Set<Worker> busy = new HashSet<>();

    /** Guarded by {@link #idle}. */
    private boolean closed;

    Workers(WorkerProgram program, ChildProcesses processes, Randomness randomness) {
        this.program = program;
        this.processes = processes;
        this.randomness = randomness;
    }

    @Override
    public FunctionResult run(String requestId, String event, Duration limit) {
        long start = System.nanoTime();
        try {
            if (!places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Failed("TooManyRequestsException");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Failed(Texts.NO_EXCHANGE);
        }
        try {
            // Waiting for a place is part of the attempt's time.
            Duration left = limit.minusNanos(System.nanoTime() - start);
            return runNow(requestId, event, left.isPositive() ? left : Duration.ofMillis(1));
        } finally {
            places.release();
        }
    }

    private FunctionResult runNow(String requestId, String event, Duration limit) {
        String version = program.version();
        long start = System.nanoTime();
        try {
            Worker warm = takeIdle(version);
            Worker worker = warm == null ? newWorker() : warm;
            try {
                FunctionResult result = worker.run(requestId, event, limit);
                processes.log().write(Texts.report(requestId, result, System.nanoTime() - start));
                return result;
            } finally {
                giveBack(worker, version);
            }
        } catch (IOException notStarted) {
            LOG.error("The function {} cannot be started: {}", program.arn(), notStarted.getMessage());
            return new Failed(Texts.NO_EXCHANGE);
        }
    }

    private @Nullable Worker takeIdle(String version) {
        synchronized (idle) {
            for (Worker worker = idle.poll(); worker != null; worker = idle.poll()) {
                if (worker.isGoodFor(version)) {
                    busy.add(worker);
                    return worker;
                }
                worker.close();
            }
            return null;
        }
    }

    private Worker newWorker() throws IOException {
        Worker worker = Worker.start(program, processes, randomness.uuid());
        synchronized (idle) {
            busy.add(worker);
            if (closed) {
                worker.close();
            }
        }
        return worker;
    }

    private void giveBack(Worker worker, String version) {
        synchronized (idle) {
            busy.remove(worker);
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
            busy.forEach(Worker::close);
            idle.forEach(Worker::close);
            idle.clear();
        }
    }
}
