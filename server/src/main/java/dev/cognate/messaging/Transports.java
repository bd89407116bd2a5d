package dev.cognate.messaging;

import dev.cognate.wire.model.DeliveryMediumType;
import org.jspecify.annotations.Nullable;

/**
 * Which way messages take. The inbox takes all that have no transport: every message by default, and SMS where only SMTP
 * is configured.
 *
 * @param inbox takes what has no transport
 * @param email sends emails, null for the inbox
 * @param sms sends SMS, null for the inbox
 */
public record Transports(
        Inbox inbox, @Nullable Transport email, @Nullable Transport sms) {

    /** Everything goes to the inbox. */
    public static Transports inboxOnly(Inbox inbox) {
        return new Transports(inbox, null, null);
    }

    /** The transport of a medium, null for the inbox. */
    @Nullable Transport of(DeliveryMediumType medium) {
        return switch (medium) {
            case EMAIL -> email;
            case SMS -> sms;
        };
    }

    boolean inboxOnly() {
        return email == null && sms == null;
    }
}
