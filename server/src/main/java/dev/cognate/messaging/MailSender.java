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
 * @param identity the ARN of the SES identity that is to send, null for the sending account's own
 * @param configurationSet the SES configuration set, null for none
 */
public record MailSender(
        @Nullable String from,
        @Nullable String replyTo,
        boolean ownAccount,
        @Nullable String identity,
        @Nullable String configurationSet)
        implements Sender {
    /** Who sends for a pool that says nothing about it. */
    static final MailSender DEFAULT = new MailSender(null, null, false, null, null);

    /** The sender that a pool's configuration asks for. */
    static MailSender of(@Nullable EmailConfigurationType config) {
        if (config == null) {
            return DEFAULT;
        }
        return new MailSender(
                config.from() == null ? address(config.sourceArn()) : config.from(),
                config.replyToEmailAddress(),
                config.emailSendingAccount() == EmailSendingAccountType.DEVELOPER,
                config.sourceArn(),
                config.configurationSet());
    }

    /** The address in the ARN of a verified identity; an identity that is a whole domain has none. */
    private static @Nullable String address(@Nullable String sourceArn) {
        if (sourceArn == null) {
            return null;
        }
        String identity = sourceArn.substring(sourceArn.lastIndexOf('/') + 1);
        return identity.contains("@") ? identity : null;
    }
}
