package dev.cognate.store;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what the write-ahead log holds into the data file, beside the thread that writes: SQLite's own way does it within
 * a commit, and whoever waits for that commit waits for a thousand pages. Only the last step, beginning the log anew, has
 * to be the writer's; by then there is hardly anything left to move.
 *
 * <p>A connection of its own and a thread of its own. What fails here is no loss: the log keeps everything, and grows until
 * a later attempt succeeds. Reference: https://sqlite.org/wal.html#ckpt.
 */
final class SqliteCheckpoints implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteCheckpoints.class);

    /** How many pages of 4,096 bytes the log may hold before they are moved. */
    private static final int MOVED_AT = 1_000;

    /** How long the log may get, in pages, before it is begun anew. */
    private static final int RESTARTED_AT = 8_000;

    /** How many writes may pass between two looks at the log; each look costs some microseconds. */
    private static final int WRITES_BETWEEN_LOOKS = 128;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(1);

    private final SqliteSession session;
    private final AtomicLong writes = new AtomicLong();
    private final Thread thread;
    private volatile boolean restartWanted;
    private volatile boolean closed;

    /** Checkpoints of a file that exists. */
    SqliteCheckpoints(Path file, StoreSettings settings) {
        this.session = SqliteSession.writer(file, settings);
        this.thread = Thread.ofPlatform().daemon().name("store-checkpoints").start(this::run);
    }

    /** Tells that so many writes were committed. */
    void wrote(int count) {
        if (writes.addAndGet(count) >= WRITES_BETWEEN_LOOKS) {
            LockSupport.unpark(thread);
        }
    }

    /** Whether the log is long and has been moved, so that the writer should begin it anew. */
    boolean wantsRestart() {
        return restartWanted;
    }

    /** Begins the log anew, on the writer's thread and between two transactions. */
    void restart(SqliteSession writer) {
        restartWanted = false;
        checkpoint(writer, "RESTART");
    }

    private void run() {
        while (!closed) {
            LockSupport.parkNanos(this, LONGEST_PAUSE.toNanos());
            if (writes.getAndSet(0) > 0 && !closed) {
                look();
            }
        }
    }

    private void look() {
        Log log = checkpoint(session, "NOOP");
        if (log.pages - log.moved >= MOVED_AT) {
            log = checkpoint(session, "PASSIVE");
        }
        restartWanted = log.pages >= RESTARTED_AT;
    }

    /**
     * The write-ahead log.
     *
     * @param pages how many it holds
     * @param moved how many of them the data file holds too
     */
    private record Log(long pages, long moved) {
        static final Log UNKNOWN = new Log(0, 0);
    }

    private static Log checkpoint(SqliteSession on, String mode) {
        try {
            Log log = new JdbcTx(on)
                    .run(tx -> tx.first(
                            "PRAGMA wal_checkpoint(" + mode + ")", row -> new Log(row.number(2), row.number(3))));
            return log == null ? Log.UNKNOWN : log;
        } catch (StoreException failure) {
            LOG.warn("The write-ahead log could not be moved into the data file yet: {}", failure.getMessage());
            return Log.UNKNOWN;
        }
    }

    /** Ends the thread after the checkpoint under way; SQLite moves the rest when the last connection is closed. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        boolean interrupted = Interrupts.sitOut(thread::join);
        session.close();
        Interrupts.restore(interrupted);
    }
}
