package dev.cognate.store;

import dev.cognate.store.Store.Work;
import dev.cognate.store.StoreException.Trouble;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that writes to the data file. It takes all closures that wait, up to a limit, runs them in one
 * transaction, commits once, and then lets the callers go on: while one commit waits for the disk the next batch gathers.
 *
 * <p>A closure that throws is undone alone. Most that throw have only read, as a refusal does, and leave nothing to undo;
 * where one has written, the whole batch is run once more with a savepoint around each. Savepoints for all would be a tenth
 * of a write's cost.
 */
final class SqliteWriter implements AutoCloseable {
    private final SqliteSession session;
    private final int limit;
    private final BlockingQueue<Write<?>> queue = new LinkedBlockingQueue<>();
    private final SqliteCheckpoints checkpoints;
    private final Thread thread;
    private volatile boolean closed;

    SqliteWriter(SqliteSession session, int limit, SqliteCheckpoints checkpoints) {
        this.session = session;
        this.limit = limit;
        this.checkpoints = checkpoints;
        this.thread = Thread.ofPlatform().daemon().name("store-writer").start(this::writeAll);
    }

    /** Runs the work and returns when it is durable. */
    <T extends @Nullable Object> T run(Work<T> work) {
        if (thread.equals(Thread.currentThread())) {
            throw new IllegalStateException("A write inside a write: use the Tx that the closure was given");
        }
        Write<T> write = new Write<>(work);
        queue.add(write);
        if (closed && queue.remove(write)) { // Else the thread has taken it, and will answer.
            throw new StoreException(Trouble.REFUSED, "The store is closed");
        }
        return write.await();
    }

    /** Writes what is queued, then ends. */
    @Override
    public void close() {
        closed = true;
        queue.add(new Write<>(_ -> true)); // Wakes the thread.
        boolean interrupted = Interrupts.sitOut(thread::join);
        checkpoints.close();
        session.close();
        Interrupts.restore(interrupted);
    }

    private void writeAll() {
        List<Write<?>> batch = new ArrayList<>(limit);
        while (!closed || !queue.isEmpty()) {
            Interrupts.sitOut(() -> batch.add(queue.take()));
            queue.drainTo(batch, limit - 1);
            writeSafely(batch);
            batch.forEach(Write::answer);
            checkpoints.wrote(batch.size());
            batch.clear();
            if (checkpoints.wantsRestart()) {
                checkpoints.restart(session);
            }
        }
    }

    /** Nothing may end the thread: whoever waits would wait for ever. */
    private void writeSafely(List<Write<?>> batch) {
        try {
            if (batch.size() == 1 || (!writeTogether(batch) && !writeApart(batch))) {
                batch.forEach(this::writeAlone);
            }
        } catch (Throwable e) {
            session.abandon();
            batch.forEach(write -> write.fail(unacknowledged(e)));
        }
    }

    /** Without a savepoint: when it throws, the transaction is its own. */
    private void writeAlone(Write<?> write) {
        try {
            session.control("BEGIN IMMEDIATE");
            write.run(session);
            if (write.failed()) {
                session.abandon();
            } else {
                session.control("COMMIT");
            }
        } catch (StoreException e) {
            session.abandon();
            write.fail(unacknowledged(e));
        }
        write.answer();
    }

    /** Returns false, with nothing written, when one of them must be undone or the storage failed. */
    private boolean writeTogether(List<Write<?>> batch) {
        session.control("BEGIN IMMEDIATE");
        for (Write<?> write : batch) {
            write.run(session);
            if (write.storageFailed() || write.leftTraces()) {
                session.abandon();
                return false;
            }
        }
        session.control("COMMIT");
        return true;
    }

    /** Returns false, with nothing written, when the storage failed under one of them: each then needs its own answer. */
    private boolean writeApart(List<Write<?>> batch) {
        session.control("BEGIN IMMEDIATE");
        for (Write<?> write : batch) {
            session.control("SAVEPOINT one");
            write.run(session);
            if (write.storageFailed()) {
                session.abandon();
                return false;
            }
            if (write.failed()) {
                session.control("ROLLBACK TO one");
            }
            session.control("RELEASE one");
        }
        session.control("COMMIT");
        return true;
    }

    /** One exception for each caller: they are thrown in many threads. */
    private static Throwable unacknowledged(Throwable cause) {
        return cause instanceof StoreException e
                ? new StoreException(e.trouble(), "The write is not acknowledged. " + e.getMessage(), e)
                : cause;
    }
}
