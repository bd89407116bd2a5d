package dev.cognate.store;

import dev.cognate.store.Store.Work;
import dev.cognate.store.StoreException.Trouble;
import java.nio.file.Path;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The connections that read, opened when they are needed and at most so many at a time. */
final class SqliteReaders implements AutoCloseable {
    private final Path file;
    private final int limit;
    private final Semaphore permits;

    /** The connection used last is used first: its pages are in its cache. */
    private final Deque<SqliteSession> idle = new ConcurrentLinkedDeque<>();

    private volatile boolean closed;

    SqliteReaders(Path file, int limit) {
        this.file = file;
        this.limit = limit;
        this.permits = new Semaphore(limit);
    }

    /** Runs the work on the state of one moment. */
    <T extends @Nullable Object> T run(Work<T> work) {
        permits.acquireUninterruptibly();
        try {
            if (closed) {
                throw new StoreException(Trouble.REFUSED, "The store is closed");
            }
            SqliteSession free = idle.pollFirst();
            return run(work, free == null ? SqliteSession.reader(file) : free);
        } finally {
            permits.release();
        }
    }

    private <T extends @Nullable Object> T run(Work<T> work, SqliteSession session) {
        boolean healthy = false;
        try {
            session.control("BEGIN"); // The first statement fixes the moment for all.
            try {
                return new JdbcTx(session).run(work);
            } finally {
                session.control("ROLLBACK");
                healthy = true;
            }
        } finally {
            if (healthy) {
                idle.addFirst(session);
            } else {
                session.close();
            }
        }
    }

    /** Waits for the reads under way, then closes all connections. */
    @Override
    public void close() {
        closed = true;
        permits.acquireUninterruptibly(limit);
        idle.forEach(SqliteSession::close);
        idle.clear();
        permits.release(limit);
    }
}
