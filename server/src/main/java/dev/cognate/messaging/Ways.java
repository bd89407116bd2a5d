package dev.cognate.messaging;

import dev.cognate.wire.model.DeliveryMediumType;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The ways out that a server was given. It depends on the pool which of them a message takes.
 *
 * @param email sends emails, null for the inbox
 * @param owners sends emails of pools that use their owner's account, null for the same way as all others
 * @param sms how SMS leave
 */
public record Ways(@Nullable Transport email, @Nullable Transport owners, SmsWay sms) implements AutoCloseable {
    /** Everything goes to the inbox. */
    public static final Ways INBOX = new Ways(null, null, SmsWay.INBOX);

    /** The transports of a courier. */
    public Transports transports(Inbox inbox, SandboxNumbers numbers, InstantSource clock) {
        Transport local = new InboxTransport(inbox, clock);
        Transport mail = owners == null ? email : new ByAccount(owners, email == null ? local : email);
        Transport text = sms.sandbox()
                ? new Sandbox(numbers, sms.transport() == null ? local : sms.transport())
                : sms.transport();
        return new Transports(inbox, mail, text);
    }

    /** Whether messages of a medium may leave by AWS, which may refuse who sends. */
    boolean byAws(DeliveryMediumType medium) {
        return switch (medium) {
            case EMAIL -> email instanceof SesTransport || owners instanceof SesTransport;
            case SMS -> sms.transport() instanceof AwsSmsTransport;
        };
    }

    @Override
    public void close() {
        if (email != null) {
            email.close();
        }
        if (owners != null) {
            owners.close();
        }
        if (sms.transport() != null) {
            sms.transport().close();
        }
    }
}
