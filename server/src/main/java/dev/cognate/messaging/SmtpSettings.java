package dev.cognate.messaging;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An SMTP server and how to speak to it.
 *
 * @param host its name; over TLS its certificate must be for this name
 * @param port its port: 587 for STARTTLS and 465 for TLS by custom
 * @param security how the connection is protected
 * @param login who logs in, null for nobody
 * @param from the From address of pools that have none of their own, with or without a name
 * @param trusted a PEM file with the certificates that are trusted, such as one that a server signed itself; null for
 *     those of the Java installation
 * @param patience how long to wait for a connection and for each answer
 * @param connections how many connections are used at once
 */
public record SmtpSettings(
        String host,
        int port,
        SmtpSecurity security,
        @Nullable SmtpLogin login,
        String from,
        @Nullable Path trusted,
        Duration patience,
        int connections) {
    /** The From address that the service uses. Reference: lifecycle D2. */
    public static final String DEFAULT_FROM = "no-reply@verificationemail.com";

    /** How long to wait where nothing else is configured. */
    public static final Duration DEFAULT_PATIENCE = Duration.ofSeconds(10);

    /** How many connections are used where nothing else is configured. */
    public static final int DEFAULT_CONNECTIONS = 4;

    /** Refuses what could not work. */
    public SmtpSettings {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("An SMTP port is between 1 and 65535, not " + port);
        }
        if (connections < 1) {
            throw new IllegalArgumentException("At least one SMTP connection is needed");
        }
    }

    /** A server with the usual settings: default sender, certificates of the Java installation, four connections. */
    public static SmtpSettings of(String host, int port, SmtpSecurity security, @Nullable SmtpLogin login) {
        return new SmtpSettings(host, port, security, login, DEFAULT_FROM, null, DEFAULT_PATIENCE, DEFAULT_CONNECTIONS);
    }

    /** The same with another default sender. */
    public SmtpSettings withFrom(String other) {
        return new SmtpSettings(host, port, security, login, other, trusted, patience, connections);
    }

    /** The same with the certificates of a PEM file in place of those of the Java installation. */
    public SmtpSettings withTrusted(@Nullable Path pem) {
        return new SmtpSettings(host, port, security, login, from, pem, patience, connections);
    }

    /** The same with another patience. */
    public SmtpSettings withPatience(Duration other) {
        return new SmtpSettings(host, port, security, login, from, trusted, other, connections);
    }

    /** The same with another number of connections. */
    public SmtpSettings withConnections(int other) {
        return new SmtpSettings(host, port, security, login, from, trusted, patience, other);
    }
}
