package dev.cognate.risk;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SealBroken;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Shape;
import dev.cognate.wire.Violations;
import dev.cognate.wire.model.AuthEventType;
import dev.cognate.wire.model.EventFeedbackType;
import dev.cognate.wire.model.EventType;
import dev.cognate.wire.model.FeedbackValueType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table {@code user_events}. What was seen of the user is sealed. */
final class EventsTable {
    private static final String PURPOSE = "user-event";
    private static final String FEEDBACK = "event-feedback";

    private final KeyRing keys;

    EventsTable(KeyRing keys) {
        this.keys = keys;
    }

    /** What of an event is not sealed. */
    record Kept(String id, EventType type, ClientId client, Instant time) {}

    /** A place in a list of events, newest first. */
    record Place(Instant time, String id) {
        /** Before the newest event; no id is greater. */
        static final Place START = new Place(Instant.ofEpochMilli(Long.MAX_VALUE), "");

        /** Behind an event of a list. */
        static Place of(AuthEventType event) {
            return new Place(Objects.requireNonNull(event.creationDate()), Objects.requireNonNull(event.eventId()));
        }
    }

    /** Adds an event, or replaces the one of that id; its time and its feedback stay then. */
    void put(Tx tx, PoolId pool, Sub sub, Kept event, Shape details) {
        tx.update(
                """
                INSERT INTO user_events (pool_id, sub, event_id, event_type, client_id, created_at, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (pool_id, sub, event_id) DO UPDATE SET sealed = excluded.sealed
                """,
                pool.value(),
                sub.value(),
                event.id(),
                event.type().wire(),
                event.client().value(),
                event.time(),
                keys.seal(JsonOutput.encode(details), PURPOSE));
    }

    /** The first events of a user behind a place, newest first. */
    List<AuthEventType> page(Tx tx, PoolId pool, Sub sub, Place after, int limit) {
        return tx.list("""
            SELECT event_id, event_type, created_at, sealed, feedback, feedback_by, feedback_at FROM user_events
            WHERE pool_id = ? AND sub = ? AND (created_at < ? OR (created_at = ? AND event_id < ?))
            ORDER BY created_at DESC, event_id DESC LIMIT ?
            """, this::read, pool.value(), sub.value(), after.time(), after.time(), after.id(), limit);
    }

    /** Whether a place is that of an event of the user. */
    static boolean has(Tx tx, PoolId pool, Sub sub, Place place) {
        String sql = "SELECT 1 FROM user_events WHERE pool_id = ? AND sub = ? AND event_id = ? AND created_at = ?";
        return tx.first(sql, row -> true, pool.value(), sub.value(), place.id(), place.time()) != null;
    }

    /** What an event has come to so far, null where there is no such event yet. */
    @Nullable AuthEventType find(Tx tx, PoolId pool, Sub sub, String eventId) {
        return tx.first(
                "SELECT sealed FROM user_events WHERE pool_id = ? AND sub = ? AND event_id = ?",
                row -> opened(row.bytes(1)),
                pool.value(),
                sub.value(),
                eventId);
    }

    private AuthEventType opened(byte[] sealed) {
        String details = new String(keys.open(sealed, PURPOSE), StandardCharsets.UTF_8);
        return JsonInput.decodeStored(details, EventsTable::authEvent);
    }

    private AuthEventType read(Row row) {
        return opened(row.bytes(4)).toBuilder()
                .eventId(row.string(1))
                .eventType(EventType.of(row.string(2)))
                .creationDate(row.instant(3))
                .eventFeedback(feedback(row.nullableString(5), row.nullableString(6), row.nullableInstant(7)))
                .build();
    }

    /** The part that is shown; empty for events that were kept before there was one. */
    private static AuthEventType authEvent(JsonInput in, Path at, Violations violations) {
        AuthEventType found = null;
        for (String member = in.nextMember(); member != null; member = in.nextMember()) {
            switch (member) {
                case "AuthEvent" -> found = in.structure(at, violations, AuthEventType::read);
                default -> in.skip();
            }
        }
        return found == null ? AuthEventType.builder().build() : found;
    }

    private static @Nullable EventFeedbackType feedback(
            @Nullable String value, @Nullable String provider, @Nullable Instant time) {
        if (value == null || provider == null) {
            return null;
        }
        return new EventFeedbackType(Objects.requireNonNull(FeedbackValueType.of(value)), provider, time);
    }

    /**
     * Notes what somebody says of an event.
     *
     * @return false when the user has no such event
     */
    static boolean judge(Tx tx, PoolId pool, Sub sub, String eventId, EventFeedbackType feedback) {
        return tx.update(
                        """
                        UPDATE user_events SET feedback = ?, feedback_by = ?, feedback_at = ?
                        WHERE pool_id = ? AND sub = ? AND event_id = ?\
                        """,
                        feedback.feedbackValue().wire(),
                        feedback.provider(),
                        feedback.feedbackDate(),
                        pool.value(),
                        sub.value(),
                        eventId)
                == 1;
    }

    /** How many events a user had after a moment, counted up to so many. */
    static int count(Tx tx, PoolId pool, Sub sub, Instant since, int most) {
        return tx.list(
                        "SELECT 1 FROM user_events WHERE pool_id = ? AND sub = ? AND created_at > ? LIMIT ?",
                        row -> true,
                        pool.value(),
                        sub.value(),
                        since,
                        most)
                .size();
    }

    static void delete(Tx tx, PoolId pool, Sub sub, String eventId) {
        tx.update(
                "DELETE FROM user_events WHERE pool_id = ? AND sub = ? AND event_id = ?",
                pool.value(),
                sub.value(),
                eventId);
    }

    static void deleteAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM user_events WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    /** Deletes events from before a moment, at most so many; returns how many. */
    static int deleteBefore(Tx tx, Instant oldest, int most) {
        return tx.update("""
            DELETE FROM user_events WHERE (pool_id, sub, event_id) IN
                (SELECT pool_id, sub, event_id FROM user_events WHERE created_at < ? LIMIT ?)
            """, oldest, most);
    }

    String feedbackToken(PoolId pool, Sub sub, String eventId) {
        byte[] plain = text(pool, sub, eventId).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(plain, FEEDBACK));
    }

    /** Whether a token was made for an event. */
    boolean isFeedbackToken(String token, PoolId pool, Sub sub, String eventId) {
        try {
            byte[] plain = keys.open(Base64.getUrlDecoder().decode(token), FEEDBACK);
            return new String(plain, StandardCharsets.UTF_8).equals(text(pool, sub, eventId));
        } catch (IllegalArgumentException | SealBroken notMadeHere) {
            return false;
        }
    }

    private static String text(PoolId pool, Sub sub, String eventId) {
        return String.join(" ", pool.value(), sub.value(), eventId);
    }
}
