package dev.cognate.risk;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.AnalyticsMetadataType;
import dev.cognate.wire.model.UserContextDataType;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** What happened to users, with the context that the client gave. Only events with a context are kept. */
public final class UserEvents {
    private static final String PURPOSE = "user-event";

    private final KeyRing keys;
    private final Randomness randomness;
    private final InstantSource clock;

    /** Events sealed with these keys. */
    public UserEvents(KeyRing keys, Randomness randomness, InstantSource clock) {
        this.keys = keys;
        this.randomness = randomness;
        this.clock = clock;
    }

    /**
     * An event.
     *
     * @param type the API's name for it, such as {@code SignUp} or {@code ResendCode}
     * @param client the app client
     * @param context the device, null when the client sent nothing
     * @param analytics the analytics endpoint, null when the client sent none
     * @param call the request
     */
    public record Event(
            String type,
            ClientId client,
            @Nullable UserContextDataType context,
            @Nullable AnalyticsMetadataType analytics,
            Call call) {}

    /** Keeps an event of a user, if it has a context. */
    public void record(Tx tx, PoolId pool, Sub sub, Event event) {
        if (event.context() == null && event.analytics() == null) {
            return;
        }
        tx.update(
                """
                INSERT INTO user_events (pool_id, sub, event_id, event_type, client_id, created_at, sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?)""",
                pool.value(),
                sub.value(),
                randomness.uuid(),
                event.type(),
                event.client().value(),
                clock.instant(),
                keys.seal(details(event), PURPOSE));
    }

    /** Forgets every event of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM user_events WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    private static byte[] details(Event event) {
        return JsonOutput.encode(out -> {
            out.beginObject();
            out.member("SourceAddress", event.call().sourceAddress());
            out.member("UserContextData", event.context());
            out.member("AnalyticsMetadata", event.analytics());
            out.endObject();
        });
    }
}
