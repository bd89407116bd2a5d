package dev.cognate.risk;

import dev.cognate.clients.Client;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.AnalyticsMetadataType;
import dev.cognate.wire.model.AuthEventType;
import dev.cognate.wire.model.ChallengeResponseType;
import dev.cognate.wire.model.EventContextDataType;
import dev.cognate.wire.model.EventResponseType;
import dev.cognate.wire.model.EventRiskType;
import dev.cognate.wire.model.EventType;
import dev.cognate.wire.model.RiskDecisionType;
import dev.cognate.wire.model.UserContextDataType;
import dev.cognate.wire.model.UserPoolTierType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to users: whoever signs a user in or up, or changes a password, records it here. Kept are all events of
 * pools with threat protection, and in other pools those for which the client told of the device; for two years. Of those
 * that proved nothing, which anybody can bring about, little is kept: in other pools nothing, of what the client told
 * nothing, and no more than thirty within 24 hours beside a few failures of the last hour, or strangers could fill the
 * store. Reference: lifecycle A13, auth 23.
 */
public final class UserEvents {
    private static final Duration KEPT = Duration.ofDays(2 * 365);
    private static final int SWEPT_AT_ONCE = 1_000;

    /** An event that proved nothing is kept while the user has had fewer events than these within 24 hours. */
    private static final int UNPROVED_A_DAY = 30;

    /** How far back a user's places are looked for, where there are any. */
    private static final int LOOKED_AT = 60;

    /** How far back they are looked for at all: more than strangers bring about in a week. */
    static final int MOST_LOOKED_AT = 20 * LOOKED_AT;

    private final EventsTable table;
    private final Randomness randomness;
    private final InstantSource clock;

    /** Events sealed with these keys. */
    public UserEvents(KeyRing keys, Randomness randomness, InstantSource clock) {
        this.table = new EventsTable(keys);
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * An event.
     *
     * @param type what happened
     * @param client the app client, with its pool
     * @param context the device, null when the client sent nothing
     * @param analytics the analytics endpoint, null when the client sent none
     * @param call the request
     * @param outcome how it went
     * @param proved whether the request proved anything about the user; anybody can make one that did not
     */
    public record Event(
            EventType type,
            Client client,
            @Nullable UserContextDataType context,
            @Nullable AnalyticsMetadataType analytics,
            Call call,
            Outcome outcome,
            boolean proved) {

        /** An event that went well and is told of once. */
        public Event(
                EventType type,
                Client client,
                @Nullable UserContextDataType context,
                @Nullable AnalyticsMetadataType analytics,
                Call call) {
            this(type, client, context, analytics, call, Outcome.PASS, true);
        }
    }

    /**
     * How an event went.
     *
     * @param id the event's id, for one that is told of again as it goes on, such as a sign-in of several steps (its
     *     tokens name it as {@code event_id}); null for an id of its own
     * @param response whether it passed, failed or is under way
     * @param risk what was found out about it
     * @param challenges what the user was asked for, in order; often none
     */
    public record Outcome(
            @Nullable String id,
            EventResponseType response,
            EventRiskType risk,
            List<ChallengeResponseType> challenges) {
        /** Nothing was found against it. */
        public static final EventRiskType NO_RISK = new EventRiskType(RiskDecisionType.NO_RISK, null, false);

        static final Outcome PASS = new Outcome(null, EventResponseType.PASS, NO_RISK, List.of());

        /** Copies the list. */
        public Outcome {
            challenges = List.copyOf(challenges);
        }
    }

    /** Whether an event is kept at all: its pool has threat protection, or it proved something and has a context. */
    public static boolean isKept(Event event) {
        boolean told = event.context() != null || event.analytics() != null;
        return event.client().pool().threatProtection() || (told && event.proved());
    }

    /**
     * Keeps an event of a user, if it is kept at all; the same id replaces it, and what was found against it stays. What
     * has passed is over: who sends its last request again changes nothing.
     */
    public void record(Tx tx, PoolId pool, Sub sub, Event event) {
        if (!isKept(event)) {
            return;
        }
        String given = event.outcome().id();
        AuthEventType before = given == null ? null : table.find(tx, pool, sub, given);
        if (before != null && before.eventResponse() == EventResponseType.PASS) {
            return;
        }
        String id = given == null ? randomness.uuid() : given;
        boolean tooMany = !event.proved() && before == null && hasMany(tx, pool, sub, event);
        EventsTable.Kept kept =
                new EventsTable.Kept(id, event.type(), event.client().id(), clock.instant());
        table.put(tx, pool, sub, kept, out -> write(out, event, risk(before, event)));
        if (tooMany) { // Taken away rather than not put: that would be quicker, and tell that there is a user.
            EventsTable.delete(tx, pool, sub, id);
        }
    }

    /** A few failures of this hour are kept whatever the day has brought: they make a sign-in that follows a risk. */
    private boolean hasMany(Tx tx, PoolId pool, Sub sub, Event event) {
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(1));
        if (EventsTable.count(tx, pool, sub, since, UNPROVED_A_DAY) < UNPROVED_A_DAY) {
            return false;
        }
        return event.outcome().response() != EventResponseType.FAIL
                || Familiarity.hasManyFailures(table.page(tx, pool, sub, EventsTable.Place.START, LOOKED_AT), now);
    }

    private static EventRiskType risk(@Nullable AuthEventType before, Event event) {
        EventRiskType found = before == null ? null : before.eventRisk();
        return found == null
                ? event.outcome().risk()
                : joined(found, event.outcome().risk());
    }

    private static void write(JsonOutput out, Event event, EventRiskType risk) {
        out.beginObject();
        out.member("SourceAddress", event.call().sourceAddress());
        out.member("UserContextData", event.proved() ? event.context() : null);
        out.member("AnalyticsMetadata", event.proved() ? event.analytics() : null);
        out.member("AuthEvent", shown(event, risk));
        out.endObject();
    }

    private static AuthEventType shown(Event event, EventRiskType risk) {
        Place place = Place.of(event.client(), event.context(), event.call());
        return AuthEventType.builder()
                .eventResponse(event.outcome().response())
                .eventRisk(risk)
                .challengeResponses(event.outcome().challenges())
                .eventContextData(EventContextDataType.builder()
                        .ipAddress(place.address())
                        .deviceName(place.device())
                        .build())
                .build();
    }

    /** Does what keeping an event costs, for a name that no user has; nothing remains of it. */
    public void pretend(Tx tx, PoolId pool, Sub nobody, Event event) {
        record(tx, pool, nobody, event);
        EventsTable.deleteAll(tx, pool, nobody);
    }

    private static EventRiskType joined(EventRiskType before, EventRiskType now) {
        EventRiskType found = now.riskDecision() == RiskDecisionType.NO_RISK ? before : now;
        boolean compromised = Boolean.TRUE.equals(before.compromisedCredentialsDetected())
                || Boolean.TRUE.equals(now.compromisedCredentialsDetected());
        return new EventRiskType(found.riskDecision(), found.riskLevel(), compromised);
    }

    /**
     * Where a user is, as far as anybody tells.
     *
     * @param address the IP address
     * @param device what the device is called
     */
    public record Place(String address, String device) {
        /** The place that a request comes from. */
        public static Place of(Client client, @Nullable UserContextDataType context, Call call) {
            return new Place(addressOf(client, context, call), DeviceName.of(call.userAgent()));
        }
    }

    /**
     * A request that somebody trusted makes for a user: from the user's address and device, as far as they are told.
     *
     * @param address whatever was told; what is no address is not looked at
     * @param userAgent null for nothing
     */
    public static Call of(Call call, String address, @Nullable String userAgent) {
        return new Call(
                call.requestId(),
                call.region(),
                AddressRange.address(address) == null ? call.sourceAddress() : address,
                userAgent == null ? call.userAgent() : userAgent,
                call.accessKeyId());
    }

    /** A client's word for the address counts where the pool is PLUS and the client, which has a secret, may say it. */
    private static String addressOf(Client client, @Nullable UserContextDataType context, Call call) {
        String told = context == null ? null : context.ipAddress();
        boolean believed = client.pool().tier() == UserPoolTierType.PLUS
                && !client.secrets().isEmpty()
                && Boolean.TRUE.equals(client.config().enablePropagateAdditionalUserContextData());
        return told != null && believed && AddressRange.address(told) != null ? told : call.sourceAddress();
    }

    /**
     * The token that lets its holder say whether an event was the user's own doing, for the links of a message.
     *
     * @return letters, digits, hyphens and underscores
     */
    public String feedbackToken(PoolId pool, Sub sub, String eventId) {
        return table.feedbackToken(pool, sub, eventId);
    }

    /** Forgets every event of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        EventsTable.deleteAll(tx, pool, sub);
    }

    /**
     * Clears away events that are older than two years.
     *
     * @return how many
     */
    public int sweep(Store store) {
        Instant oldest = clock.instant().minus(KEPT);
        int swept = 0;
        int batch;
        do {
            batch = store.write(tx -> EventsTable.deleteBefore(tx, oldest, SWEPT_AT_ONCE));
            swept += batch;
        } while (batch == SWEPT_AT_ONCE);
        return swept;
    }

    /**
     * A user's newest events, by sixties, as far back as the sign-ins that passed: strangers may have put any number of
     * others before those. At most {@link #MOST_LOOKED_AT}.
     */
    List<AuthEventType> newest(Tx tx, User user) {
        List<AuthEventType> found = new ArrayList<>();
        EventsTable.Place after = EventsTable.Place.START;
        List<AuthEventType> page;
        do {
            page = table.page(tx, user.pool(), user.sub(), after, LOOKED_AT);
            found.addAll(page);
            after = page.isEmpty() ? after : EventsTable.Place.of(page.getLast());
        } while (page.size() == LOOKED_AT
                && found.size() < MOST_LOOKED_AT
                && page.stream().noneMatch(Familiarity::isPassedSignIn));
        return found;
    }

    /** The stored events. */
    EventsTable table() {
        return table;
    }
}
