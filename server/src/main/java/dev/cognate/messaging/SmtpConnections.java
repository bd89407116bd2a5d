package dev.cognate.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Connections to an SMTP server, kept open between messages, at most so many at once. A kept one is asked whether it
 * still stands (NOOP) before it is used again, so that no message is lost on a dead one.
 */
final class SmtpConnections implements AutoCloseable {
    private final SmtpSettings settings;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private final Session session;
    private final Semaphore permits;
    private final Deque<Transport> idle = new ArrayDeque<>();
    private boolean closed;

    SmtpConnections(SmtpSettings settings) {
        this.settings = settings;
        this.session = SmtpSession.of(settings, timer);
        this.permits = new Semaphore(settings.connections());
    }

    Session session() {
        return session;
    }

    /** Does something with a connection, which is kept when that succeeds. */
    void use(Work work) throws MessagingException, InterruptedException {
        permits.acquire();
        try {
            Transport connection = connection();
            try {
                work.with(connection);
            } catch (MessagingException | RuntimeException failure) {
                shut(connection);
                throw failure;
            }
            keep(connection);
        } finally {
            permits.release();
        }
    }

    /** What is done with a connection. */
    interface Work {
        void with(Transport connection) throws MessagingException;
    }

    private Transport connection() throws MessagingException {
        for (Transport kept = poll(); kept != null; kept = poll()) {
            if (kept.isConnected()) {
                return kept;
            }
            shut(kept);
        }
        Transport fresh = session.getTransport("smtp");
        SmtpLogin login = settings.login();
        fresh.connect(
                settings.host(),
                settings.port(),
                login == null ? null : login.user(),
                login == null ? null : login.password());
        return fresh;
    }

    private @Nullable Transport poll() {
        synchronized (idle) {
            return idle.poll();
        }
    }

    private void keep(Transport connection) {
        synchronized (idle) {
            if (!closed) {
                idle.push(connection);
                return;
            }
        }
        shut(connection);
    }

    private static void shut(Transport connection) {
        try {
            connection.close();
        } catch (MessagingException alreadyBroken) {
            // Nothing is lost: whoever used it knows what came of it.
        }
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            idle.forEach(SmtpConnections::shut);
            idle.clear();
            timer.shutdownNow();
        }
    }
}
