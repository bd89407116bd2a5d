package dev.cognate.messaging;

import dev.cognate.messaging.Delivery.Deferred;
import dev.cognate.messaging.Delivery.Misconfigured;
import dev.cognate.messaging.Delivery.Refused;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.Set;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What an SMTP server's answer means for a message: a reply of 5xx to the message is final (RFC 5321, 4.2.1), everything
 * else may pass. A server that cannot be reached, that refuses the login or asks for one (530, 534, 535, 538) is a matter
 * for the operator and not the message's fault.
 *
 * @param code the reply code, -1 when there was none
 * @param text what the server said
 */
record SmtpReply(int code, String text) {
    private static final Set<Integer> ABOUT_THE_LOGIN = Set.of(530, 534, 535, 538);

    /** The delivery that ended with this failure. */
    static Delivery delivery(MessagingException failure, Message message) {
        if (failure instanceof AddressException) {
            return new Refused("An address is not valid: " + SafeText.of(failure.getMessage(), message));
        }
        if (failure instanceof AuthenticationFailedException) {
            return new Misconfigured(Trouble.OTHER, "The SMTP server refuses the login");
        }
        SmtpReply reply = find(failure);
        if (reply == null) {
            return new Deferred("The SMTP server cannot be used: " + SafeText.of(failure.getMessage(), message));
        }
        String error = "SMTP " + reply.code + ": " + SafeText.of(reply.text, message);
        return reply.isFinal() ? new Refused(error) : new Deferred(error);
    }

    private boolean isFinal() {
        return code >= 500 && !ABOUT_THE_LOGIN.contains(code);
    }

    /** The first reply in the chain of failures that was to the message; the failure itself may only sum it up. */
    private static @Nullable SmtpReply find(MessagingException failure) {
        Exception each = failure;
        while (each instanceof MessagingException messaging) {
            int code = code(messaging);
            if (code >= 400) {
                return new SmtpReply(code, String.valueOf(messaging.getMessage()));
            }
            each = messaging.getNextException();
        }
        return null;
    }

    private static int code(MessagingException failure) {
        return switch (failure) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException send -> send.getReturnCode();
            default -> -1;
        };
    }
}
