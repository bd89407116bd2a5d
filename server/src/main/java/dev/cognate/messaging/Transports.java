package dev.cognate.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Which way messages take. The inbox takes all that have no transport: every message by default, and SMS where only SMTP
 * is configured.
 *
 * @param inbox takes what has no transport
 * @param email sends emails, null for the inbox
 * @param sms sends SMS, null for the inbox
 * @param functions has the pools' own functions send messages, null where there is none
 */
public record Transports(
        Inbox inbox,
        @Nullable Transport email,
        @Nullable Transport sms,
        @Nullable Transport functions) {

    /** Without functions that send messages. */
    public Transports(Inbox inbox, @Nullable Transport email, @Nullable Transport sms) {
        this(inbox, email, sms, null);
    }

    /** These, and functions that send the messages of pools which have them. */
    public Transports with(Transport senders) {
        return new Transports(inbox, email, sms, senders);
    }

    /** Everything goes to the inbox. */
    public static Transports inboxOnly(Inbox inbox) {
        return new Transports(inbox, null, null);
    }

    /** Who delivers this message: a pool's function, or the transport of its medium; null for the inbox. */
    @Nullable Transport of(Message message) {
        if (message.sending() != null) {
            return functions;
        }
        return switch (message.medium()) {
            case EMAIL -> email;
            case SMS -> sms;
        };
    }

    boolean inboxOnly() {
        return email == null && sms == null;
    }
}
