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
        message.writeMembers(out);
        out.endObject();
    }

    /** Messages as a JSON array. */
    public static Shape page(List<InboxMessage> messages) {
        return out -> out.array(messages);
    }
}
