package dev.cognate.messaging;

import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import jakarta.mail.MessagingException;
import org.jspecify.annotations.Nullable;

/**
 * Sends emails to an SMTP server: HTML in UTF-8, from the pool's own sender where it has one. Connections are made when
 * they are needed, and kept.
 */
public final class SmtpTransport implements Transport {
    private final SmtpSettings settings;
    private @Nullable SmtpConnections connections;

    /** A transport; nothing is connected, and nothing of the mail library loaded, before the first message. */
    public SmtpTransport(SmtpSettings settings) {
        this.settings = settings;
    }

    @Override
    public Delivery send(Message message) {
        try {
            SmtpConnections open = connections();
            Mail mail = Mail.of(message, open.session(), settings.from());
            open.use(connection -> connection.sendMessage(mail, mail.getAllRecipients()));
            return new Delivered();
        } catch (MessagingException failure) {
            return SmtpReply.delivery(failure, message);
        } catch (IllegalArgumentException misconfigured) {
            return new Deferred(String.valueOf(misconfigured.getMessage()));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Deferred("Interrupted");
        }
    }

    private synchronized SmtpConnections connections() {
        if (connections == null) {
            connections = new SmtpConnections(settings);
        }
        return connections;
    }

    @Override
    public synchronized void close() {
        if (connections != null) {
            connections.close();
        }
    }
}
