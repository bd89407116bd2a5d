package dev.cognate.messaging;

import dev.cognate.crypto.Randomness;
import dev.cognate.triggers.CustomSending;
import dev.cognate.wire.model.DeliveryMediumType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * A message before it has its code: everything that could fail has been done, so that the code may now be stored.
 * Immutable; each completion is a message of its own.
 */
public final class Draft {
    private final Occasion occasion;
    private final Recipient recipient;
    private final Destination destination;
    private final @Nullable String subject;
    private final Wording wording;
    private final @Nullable String linkBase;
    private final @Nullable CustomSending sending;
    private final Randomness randomness;
    private final InstantSource clock;

    /**
     * A draft.
     *
     * @param linkBase what confirmation links begin with; null for a message that has none
     */
    Draft(
            Occasion occasion,
            Recipient recipient,
            Destination destination,
            Template template,
            @Nullable String linkBase,
            Randomness randomness,
            InstantSource clock) {
        this.occasion = occasion;
        this.recipient = recipient;
        this.destination = destination;
        this.subject = template.subject();
        this.wording = Wording.of(template.body());
        this.linkBase = linkBase;
        this.sending = recipient.sending(destination.medium());
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Where it goes. */
    public Destination destination() {
        return destination;
    }

    /**
     * Whether the message says the code: its text has a place for it, or a function gets it. An invitation without it is of
     * no use to a user with a password.
     */
    public boolean hasCode() {
        return sending != null || wording.hasCode();
    }

    /** The message with the code (or temporary password) in its place. */
    public Message complete(String code) {
        String link = linkBase == null || !wording.hasLink() ? null : link(linkBase, code);
        return new Message(
                        randomness.uuid(),
                        recipient.pool(),
                        recipient.client(),
                        recipient.username(),
                        occasion.triggerSource(),
                        destination.medium(),
                        destination.address(),
                        subject,
                        wording.fill(filling(code, link)),
                        code,
                        link,
                        clock.instant(),
                        sender())
                .by(sending);
    }

    private Sender sender() {
        return switch (destination.medium()) {
            case EMAIL -> MailSender.of(recipient.config().emailConfiguration());
            case SMS -> SmsSender.of(recipient.config().smsConfiguration());
        };
    }

    private Wording.Filling filling(String code, @Nullable String link) {
        String username = occasion == Occasion.ADMIN_CREATE_USER ? inBody(recipient.username()) : null;
        return new Wording.Filling(inBody(code), link == null ? null : inBody(link), username);
    }

    /** An email is HTML, an SMS is plain text. */
    private String inBody(String value) {
        return destination.medium() == DeliveryMediumType.EMAIL ? Html.escape(value) : value;
    }

    /** Reference: lifecycle D4. */
    private String link(String base, String code) {
        String client = recipient.client() == null ? "" : recipient.client().value();
        return base + "/confirmUser?client_id=" + encoded(client) + "&user_name=" + encoded(recipient.username())
                + "&confirmation_code=" + encoded(code);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Leaves the text out. */
    @Override
    public String toString() {
        return "Draft[" + recipient.pool() + " " + occasion.triggerSource() + "]";
    }
}
