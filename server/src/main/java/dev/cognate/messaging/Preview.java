package dev.cognate.messaging;

import dev.cognate.crypto.Randomness;
import dev.cognate.wire.model.DeliveryMediumType;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pool's messages as its templates make them, to be read before anybody gets one. Nothing is stored or sent, and no
 * function is asked. Reference: lifecycle D1 to D3.
 */
public final class Preview {
    private static final String CODE = "123456";
    private static final String TEMPORARY_PASSWORD = "Temp0rary-Password";

    private final String linkBase;
    private final Randomness randomness;
    private final InstantSource clock;

    /**
     * Previews.
     *
     * @param linkBase what confirmation links begin with, without a slash at the end
     */
    public Preview(String linkBase, Randomness randomness, InstantSource clock) {
        this.linkBase = linkBase;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * A message as text.
     *
     * @param subject the subject of an e-mail, null for an SMS
     * @param body the text; of an e-mail what its HTML reads
     */
    public record Shown(DeliveryMediumType medium, @Nullable String subject, String body) {}

    /** The e-mail and the SMS for an occasion. */
    public List<Shown> of(Occasion occasion, Recipient recipient) {
        return List.of(
                shown(occasion, recipient, Destination.email("user@example.com")),
                shown(occasion, recipient, Destination.phone("+12065550100")));
    }

    private Shown shown(Occasion occasion, Recipient recipient, Destination destination) {
        Templates templates = new Templates(recipient.config());
        DeliveryMediumType medium = destination.medium();
        boolean link = occasion.mayLink() && medium == DeliveryMediumType.EMAIL && templates.wantsLinks();
        Template template = templates.choose(occasion, medium, link);
        Message message = new Draft(
                        occasion, recipient, destination, template, link ? linkBase : null, randomness, clock)
                .complete(occasion == Occasion.ADMIN_CREATE_USER ? TEMPORARY_PASSWORD : CODE);
        String body = medium == DeliveryMediumType.EMAIL ? PlainText.of(message.body()) : message.body();
        return new Shown(medium, message.subject(), body);
    }
}
