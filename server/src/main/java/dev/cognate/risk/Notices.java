package dev.cognate.risk;

import dev.cognate.clients.Client;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.messaging.MailSender;
import dev.cognate.messaging.Notice;
import dev.cognate.messaging.Outbox;
import dev.cognate.store.Store;
import dev.cognate.wire.model.AccountTakeoverRiskConfigurationType;
import dev.cognate.wire.model.NotifyConfigurationType;
import dev.cognate.wire.model.NotifyEmailType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * E-mails that tell users of unusual sign-ins, as the risk configuration words them (NotifyConfiguration). They go to
 * verified addresses only. Reference: auth 23.
 */
public final class Notices {
    private static final String TRIGGER_SOURCE = "CustomEmailSender_AccountTakeOverNotification";
    private static final String UNKNOWN = "unknown";

    private final Store store;
    private final Protection protection;
    private final Outbox outbox;
    private final Randomness randomness;
    private final InstantSource clock;

    /** Notices that leave by an outbox. */
    public Notices(Store store, Protection protection, Outbox outbox, Randomness randomness, InstantSource clock) {
        this.store = store;
        this.protection = protection;
        this.outbox = outbox;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Kind {
        /** The sign-in was refused. */
        BLOCKED,
        /** A second factor is asked for. */
        FACTOR_ASKED,
        /** Nothing. */
        NOTHING
    }

    /**
     * What the user is told of.
     *
     * @param eventId the event
     * @param kind what came of it
     * @param place where the user, or somebody else, is
     */
    public record Occurrence(String eventId, Kind kind, UserEvents.Place place) {}

    /** Sends one, if there are words for it and the user has a verified address. */
    public void send(Client client, User user, Occurrence occurrence) {
        AccountTakeoverRiskConfigurationType takeover = protection.takeover(client);
        NotifyConfigurationType words = takeover == null ? null : takeover.notifyConfiguration();
        NotifyEmailType mail = words == null ? null : mail(words, occurrence.kind);
        String address = "true".equals(user.attribute("email_verified")) ? user.attribute("email") : null;
        if (words == null || mail == null || address == null) {
            return;
        }
        Instant now = clock.instant();
        Notice notice = new Notice(
                new MailSender(words.from(), words.replyTo(), true, words.sourceArn(), null),
                mail.subject(),
                mail.htmlBody(),
                mail.textBody(),
                values(user, occurrence.place, now));
        Outbox.Sealed sealed = outbox.seal(notice.to(
                new Notice.Addressee(user.pool(), client.id(), user.username(), address),
                TRIGGER_SOURCE,
                randomness.uuid(),
                now));
        store.write(tx -> {
            outbox.add(tx, sealed);
            return true;
        });
        outbox.committed(sealed);
    }

    private static @Nullable NotifyEmailType mail(NotifyConfigurationType words, Kind kind) {
        return switch (kind) {
            case BLOCKED -> words.blockEmail();
            case FACTOR_ASKED -> words.mfaEmail();
            case NOTHING -> words.noActionEmail();
        };
    }

    /** Where an address is on the map, this server does not know. */
    private static Map<String, String> values(User user, UserEvents.Place place, Instant now) {
        return Map.of(
                "username", user.username(),
                "ip-address", place.address(),
                "city", UNKNOWN,
                "country", UNKNOWN,
                "login-time", now.truncatedTo(ChronoUnit.SECONDS).toString(),
                "device-name", place.device());
    }
}
