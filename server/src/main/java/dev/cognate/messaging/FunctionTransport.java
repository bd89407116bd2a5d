package dev.cognate.messaging;

import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Delivered;
import dev.cognate.messaging.Delivery.Refused;
import dev.cognate.triggers.CustomSenders;
import dev.cognate.triggers.CustomSending;
import dev.cognate.triggers.Origin;
import org.jspecify.annotations.Nullable;

/**
 * Has a pool's own function (CustomEmailSender, CustomSMSSender) send a message. A function that fails is asked again
 * later, like a mail server that is not there: what it was that failed is only known to the function. Reference:
 * lifecycle I8.
 */
public final class FunctionTransport implements Transport {
    private final CustomSenders senders;

    /** By way of these. */
    public FunctionTransport(CustomSenders senders) {
        this.senders = senders;
    }

    @Override
    public Delivery send(Message message) {
        CustomSending sending = message.sending();
        if (sending == null) {
            return new Refused("The message is not for a function");
        }
        Origin origin = new Origin(message.pool(), message.username(), message.client(), sending.userAgent());
        String occasion =
                message.triggerSource().substring(message.triggerSource().indexOf('_') + 1);
        @Nullable String problem = senders.send(sending, origin, message.medium(), occasion, message.code());
        return problem == null ? new Delivered() : new Deferred(problem);
    }

    @Override
    public void close() {}
}
