package dev.cognate.messaging;

import dev.cognate.wire.model.EmailConfigurationType;
import dev.cognate.wire.model.EmailSendingAccountType;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a pool's emails are sent. Reference: lifecycle D5.
 *
 * @param from the From address, with or without a name; null for the transport's own
 * @param replyTo where answers go, null for the From address
 * @param ownAccount whether the pool sends with its owner's account, which the daily limit does not concern
 */
public record Sender(@Nullable String from, @Nullable String replyTo, boolean ownAccount) {
    /** Nobody that the daily limit concerns. */
    static final Sender OWN = new Sender(null, null, true);

    private static final Sender DEFAULT = new Sender(null, null, false);

    /** The sender that a pool's configuration asks for. */
    static Sender of(@Nullable EmailConfigurationType config) {
        if (config == null) {
            return DEFAULT;
        }
        String from = config.from() == null ? identity(config.sourceArn()) : config.from();
        return new Sender(
                from, config.replyToEmailAddress(), config.emailSendingAccount() == EmailSendingAccountType.DEVELOPER);
    }

    /** The address in the ARN of a verified identity; an identity that is a whole domain has none. */
    private static @Nullable String identity(@Nullable String sourceArn) {
        if (sourceArn == null) {
            return null;
        }
        String identity = sourceArn.substring(sourceArn.lastIndexOf('/') + 1);
        return identity.contains("@") ? identity : null;
    }
}
