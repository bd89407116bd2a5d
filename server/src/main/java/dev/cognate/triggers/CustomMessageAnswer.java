package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Violations;
import org.jspecify.annotations.Nullable;

/**
 * The texts that the CustomMessage function wrote, placeholders unfilled; all null when there is no function. Reference:
 * lifecycle I7.
 *
 * @param smsMessage used for an SMS; null for the pool's own text
 * @param emailMessage used for an email; null for the pool's own text
 * @param emailSubject used for an email; null for the pool's own subject
 */
public record CustomMessageAnswer(
        @Nullable String smsMessage,
        @Nullable String emailMessage,
        @Nullable String emailSubject) {

    /** The answer that changes nothing. */
    public static final CustomMessageAnswer NOTHING = new CustomMessageAnswer(null, null, null);

    static CustomMessageAnswer read(JsonInput in, Path at, Violations violations) {
        String sms = null;
        String email = null;
        String subject = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "smsMessage" -> sms = in.string();
                case "emailMessage" -> email = in.string();
                case "emailSubject" -> subject = in.string();
                default -> in.skip();
            }
        }
        return new CustomMessageAnswer(sms, email, subject);
    }

    /** Leaves the texts out: a function may have put a secret of its own into them. */
    @Override
    public String toString() {
        return "CustomMessageAnswer[***]";
    }
}
