package dev.cognate.messaging;

/** How the connection to an SMTP server is protected. */
public enum SmtpSecurity {
    /** Not at all: for a server on this machine or in a network of one's own. */
    NONE,
    /** Begins in the clear and turns to TLS before anything is said; without TLS nothing is sent (RFC 3207). */
    STARTTLS,
    /** TLS from the first byte (RFC 8314). */
    TLS
}
