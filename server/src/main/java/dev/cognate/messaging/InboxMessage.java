package dev.cognate.messaging;

import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import java.time.Instant;
import java.util.List;

/**
 * A message that arrived in the inbox.
 *
 * @param sentAt when it arrived
 * @param message the message
 */
public record InboxMessage(Instant sentAt, Message message) implements Shape {

    /** Writes the message as the inbox's own API shows it; times as ISO 8601. */
    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("id", message.id());
        out.member("sentAt", sentAt.toString());
        out.member("userPoolId", message.pool().value());
        out.member(
                "clientId", message.client() == null ? null : message.client().value());
        out.member("username", message.username());
        out.member("triggerSource", message.triggerSource());
        out.member("medium", message.medium());
        out.member("destination", message.destination());
        out.member("subject", message.subject());
        out.member("body", message.body());
        out.member("code", message.code());
        out.member("link", message.link());
        out.endObject();
    }

    /** Messages as a JSON array. */
    public static Shape page(List<InboxMessage> messages) {
        return out -> out.array(messages);
    }
}
