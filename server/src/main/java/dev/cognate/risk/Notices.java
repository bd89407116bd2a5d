package dev.cognate.risk;

import dev.cognate.clients.Client;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.messaging.MailSender;
import dev.cognate.messaging.Notice;
import dev.cognate.messaging.Outbox;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.triggers.CustomSending;
import dev.cognate.wire.model.AccountTakeoverRiskConfigurationType;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.NotifyConfigurationType;
import dev.cognate.wire.model.NotifyEmailType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * E-mails that tell users of unusual sign-ins, as the risk configuration words them (NotifyConfiguration), or as the pool's
 * own function does (CustomEmailSender). They go to verified addresses only. Reference: auth 23, lifecycle I8.
 */
public final class Notices {
    private static final String TRIGGER_SOURCE = "CustomEmailSender_AccountTakeOverNotification";
    private static final String UNKNOWN = "unknown";

    private final Store store;
    private final Protection protection;
    private final UserEvents events;
    private final Outbox outbox;
    private final Randomness randomness;
    private final InstantSource clock;

    /** Notices that leave by an outbox. */
    public Notices(
            Store store,
            Protection protection,
            UserEvents events,
            Outbox outbox,
            Randomness randomness,
            InstantSource clock) {
        this.store = store;
        this.protection = protection;
        this.events = events;
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

    /** Sends one, if there are words for it, or a function, and the user has a verified address. */
    public void send(Client client, User user, Occurrence occurrence) {
        AccountTakeoverRiskConfigurationType takeover = protection.takeover(client);
        NotifyConfigurationType words = takeover == null ? null : takeover.notifyConfiguration();
        String address = "true".equals(user.attribute("email_verified")) ? user.attribute("email") : null;
        if (words == null || address == null) {
            return;
        }
        Instant now = clock.instant();
        CustomSending function = function(client.pool(), user, occurrence, now);
        Notice notice = function == null ? notice(words, user, occurrence, now) : Notice.ofFunction(sender(words));
        if (notice == null) {
            return;
        }
        Outbox.Sealed sealed = outbox.seal(notice.to(
                new Notice.Addressee(user.pool(), client.id(), user.username(), address, function),
                TRIGGER_SOURCE,
                randomness.uuid(),
                now));
        store.write(tx -> {
            outbox.add(tx, sealed);
            return true;
        });
        outbox.committed(sealed);
    }

    private static @Nullable Notice notice(
            NotifyConfigurationType words, User user, Occurrence occurrence, Instant now) {
        NotifyEmailType mail = mail(words, occurrence.kind);
        return mail == null
                ? null
                : new Notice(
                        sender(words),
                        mail.subject(),
                        mail.htmlBody(),
                        mail.textBody(),
                        values(user, occurrence.place, now));
    }

    private static MailSender sender(NotifyConfigurationType words) {
        return new MailSender(words.from(), words.replyTo(), true, words.sourceArn(), null);
    }

    /** What the pool's own function is told, null where it has none. Its links it makes itself, by the token. */
    private @Nullable CustomSending function(Pool pool, User user, Occurrence occurrence, Instant now) {
        Map<String, String> told = new LinkedHashMap<>(user.eventAttributes(pool));
        told.put("EVENT_ID", occurrence.eventId);
        told.put("USER_NAME", user.username());
        told.put("IP_ADDRESS", occurrence.place.address());
        told.put("DEVICE_NAME", occurrence.place.device());
        told.put("LOGIN_TIME", time(now));
        told.put("FEEDBACK_TOKEN", events.feedbackToken(user.pool(), user.sub(), occurrence.eventId));
        told.put(
                "ACCOUNT_TAKE_OVER_ACTION",
                switch (occurrence.kind) {
                    case BLOCKED -> "BLOCK";
                    case FACTOR_ASKED -> "MFA";
                    case NOTHING -> "NO_ACTION";
                });
        return CustomSending.of(pool.config().lambdaConfig(), DeliveryMediumType.EMAIL, told, null, null);
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
                "login-time", time(now),
                "device-name", place.device());
    }

    private static String time(Instant now) {
        return now.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
