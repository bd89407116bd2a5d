package dev.cognate.messaging;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.triggers.CustomSending;
import dev.cognate.wire.model.DeliveryMediumType;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail that says something and asks for nothing: it has no code. Its words are given, with places such as {@code
 * {ip-address}} for values.
 *
 * @param sender in whose name it is sent
 * @param subject the subject
 * @param html the text in HTML, null for none
 * @param text the plain text, for who gave none in HTML; null for none
 * @param values what the places stand for, by name; a place of another name stays as it is
 */
public record Notice(
        MailSender sender,
        String subject,
        @Nullable String html,
        @Nullable String text,
        Map<String, String> values) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z-]+)}");

    /** Copies the values. */
    public Notice {
        values = Map.copyOf(values);
    }

    /**
     * Whom it is for.
     *
     * @param address the e-mail address
     * @param function the pool's own function, which is to send it in words of its own; null for none
     */
    public record Addressee(
            PoolId pool,
            ClientId client,
            String username,
            String address,
            @Nullable CustomSending function) {
        /** Leaves the address out. */
        @Override
        public String toString() {
            return "Addressee[" + pool + "]";
        }
    }

    /**
     * An e-mail of the pool's own function, which has words of its own.
     *
     * @param sender as whom it would be sent otherwise
     */
    public static Notice ofFunction(MailSender sender) {
        return new Notice(sender, "", null, null, Map.of());
    }

    /** The finished message. Values are put into HTML as text: whatever a device calls itself, it is no markup. */
    public Message to(Addressee to, String triggerSource, String id, Instant now) {
        return new Message(
                        id,
                        to.pool,
                        to.client,
                        to.username,
                        triggerSource,
                        DeliveryMediumType.EMAIL,
                        to.address,
                        filled(subject, false),
                        filled(body(), true),
                        null,
                        null,
                        now,
                        sender)
                .by(to.function);
    }

    /** E-mails are HTML. */
    private String body() {
        if (html != null) {
            return html;
        }
        return text == null ? "" : Html.escape(text).replace("\n", "<br>\n");
    }

    private String filled(String words, boolean inHtml) {
        return PLACE.matcher(words).replaceAll(place -> {
            String value = values.get(place.group(1));
            String shown = value == null ? place.group() : inHtml ? Html.escape(value) : value;
            return Matcher.quoteReplacement(shown);
        });
    }

    /** The sender only: the rest is personal. */
    @Override
    public String toString() {
        return "Notice[" + sender + "]";
    }
}
