package dev.cognate.messaging;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.triggers.CustomSending;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.DeliveryMediumType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A finished message. It holds a code in readable form: it is sealed at rest and prints itself without any content.
 *
 * @param id a UUID of version 7; texts sort by time
 * @param pool the user's pool
 * @param client the client of the request, null for an administrator's request
 * @param username the real username
 * @param triggerSource the occasion, as in {@code CustomMessage_SignUp}
 * @param medium how it is sent
 * @param destination the email address or phone number
 * @param subject the subject of an email, null for an SMS
 * @param body the text; HTML for an email
 * @param code the code or temporary password in it, null when it has none
 * @param link the link in it, null when it has none
 * @param createdAt when it was completed
 * @param sender in whose name it is sent: a {@link MailSender} for an email, an {@link SmsSender} for an SMS
 * @param sending set for a message that the pool's own function sends, null for all others
 */
public record Message(
        String id,
        PoolId pool,
        @Nullable ClientId client,
        String username,
        String triggerSource,
        DeliveryMediumType medium,
        String destination,
        @Nullable String subject,
        String body,
        @Nullable String code,
        @Nullable String link,
        Instant createdAt,
        Sender sender,
        @Nullable CustomSending sending) {
    private static final String DECOY = "Decoy";

    /** A message that is not left to a function. */
    public Message(
            String id,
            PoolId pool,
            @Nullable ClientId client,
            String username,
            String triggerSource,
            DeliveryMediumType medium,
            String destination,
            @Nullable String subject,
            String body,
            @Nullable String code,
            @Nullable String link,
            Instant createdAt,
            Sender sender) {
        this(
                id,
                pool,
                client,
                username,
                triggerSource,
                medium,
                destination,
                subject,
                body,
                code,
                link,
                createdAt,
                sender,
                null);
    }

    /** This message as one that is never delivered: it takes its way through the outbox and is dropped there. */
    Message asDecoy() {
        return new Message(
                id,
                pool,
                client,
                username,
                DECOY,
                medium,
                destination,
                subject,
                body,
                code,
                link,
                createdAt,
                sender,
                sending);
    }

    /** This message as one that the pool's own function sends; null leaves it as it is. */
    Message by(@Nullable CustomSending function) {
        return function == null
                ? this
                : new Message(
                        id,
                        pool,
                        client,
                        username,
                        triggerSource,
                        medium,
                        destination,
                        null,
                        "",
                        code,
                        null,
                        createdAt,
                        sender,
                        function);
    }

    /** Whether this message is never delivered. */
    boolean isDecoy() {
        return triggerSource.equals(DECOY);
    }

    /** In whose name this email is sent. */
    MailSender mailSender() {
        return sender instanceof MailSender mail ? mail : MailSender.DEFAULT;
    }

    /** By which way this SMS is sent. */
    SmsSender smsSender() {
        return sender instanceof SmsSender sms ? sms : SmsSender.DEFAULT;
    }

    /** Writes the members that the inbox's API shows and the store keeps alike, all but the id. */
    void writeMembers(JsonOutput out) {
        out.member("userPoolId", pool.value());
        out.member("clientId", client == null ? null : client.value());
        out.member("username", username);
        out.member("triggerSource", triggerSource);
        out.member("medium", medium);
        out.member("destination", destination);
        out.member("subject", subject);
        out.member("body", body);
        out.member("code", code);
        out.member("link", link);
    }

    /** Only what is neither secret nor personal. */
    @Override
    public String toString() {
        return "Message[" + id + " " + pool + " " + triggerSource + " " + medium.wire() + "]";
    }
}
