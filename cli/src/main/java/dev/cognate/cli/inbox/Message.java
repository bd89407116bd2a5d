package dev.cognate.cli.inbox;

import dev.cognate.cli.json.JsonValue.Entries;
import org.jspecify.annotations.Nullable;

/** A message as the server tells it: an object whose members may be missing. */
record Message(Entries json) {

    /** What {@code inbox show} and {@code inbox delete} name it by. */
    String id() {
        return text("id");
    }

    /** When it was sent, in ISO 8601. */
    String sentAt() {
        return text("sentAt");
    }

    /** To whom: an address or a telephone number. */
    String destination() {
        return text("destination");
    }

    /** How: {@code EMAIL} or {@code SMS}. */
    String medium() {
        return text("medium");
    }

    /** The code in it, null when it has none. */
    @Nullable String code() {
        return json.text("code");
    }

    /** A member, empty when it is missing. */
    String text(String name) {
        String text = json.text(name);
        return text == null ? "" : text;
    }

    /** Names no content: codes stay out of logs. */
    @Override
    public String toString() {
        return "Message[" + id() + "]";
    }
}
