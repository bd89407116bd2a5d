package dev.cognate.store;

import dev.cognate.store.Store.Work;
import dev.cognate.store.StoreException.Trouble;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** One closure on its way through the writer: its caller waits, the writer's thread runs it and answers. */
final class Write<T extends @Nullable Object> {
    private final Work<T> work;
    private final CountDownLatch answered = new CountDownLatch(1);

    // Written by the writer's thread before the answer, read by the caller after it.
    private @Nullable T result;
    private @Nullable Throwable failure;
    private boolean storageFailed;
    private boolean wrote;

    Write(Work<T> work) {
        this.work = work;
    }

    /** Runs the closure, for the first time or once more, and remembers how it ended. */
    void run(Session session) {
        JdbcTx tx = new JdbcTx(session);
        result = null;
        failure = null;
        try {
            result = tx.run(work);
        } catch (Throwable e) { // Errors too: they are the caller's, not the writer's.
            failure = e;
        }
        wrote = tx.wrote();
        StoreException trouble = tx.failure();
        storageFailed = trouble != null && trouble.trouble() == Trouble.STORAGE;
    }

    boolean failed() {
        return failure != null;
    }

    /** Whether it failed after it may have changed something, which is to be undone. */
    boolean leftTraces() {
        return failure != null && wrote;
    }

    boolean storageFailed() {
        return storageFailed;
    }

    /** Replaces the result, unless the caller has it already: the transaction around the closure failed. */
    void fail(Throwable cause) {
        if (answered.getCount() > 0) {
            failure = cause;
        }
    }

    /** Lets the caller go on; once is enough. */
    void answer() {
        answered.countDown();
    }

    /** The result, or what the closure threw; waits however often the caller is interrupted, for the write may be done. */
    @SuppressWarnings("NullAway") // The result is null only where T allows it.
    T await() {
        boolean interrupted = Interrupts.sitOut(answered::await);
        Interrupts.restore(interrupted);
        switch (failure) {
            case null -> {
                return result;
            }
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException("A closure threw a checked exception", e);
        }
    }
}
