package dev.cognate.sessions;

import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.tokens.SignIn;
import dev.cognate.tokens.SignInId;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.SessionDescriptionType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The table {@code sessions}. Where a user is, is sealed. */
final class SessionsTable {
    private static final String PURPOSE = "session";

    private final KeyRing keys;

    SessionsTable(KeyRing keys) {
        this.keys = keys;
    }

    void insert(Tx tx, Session session) {
        SignInId signIn = session.signIn();
        tx.update(
                """
                INSERT INTO sessions (pool_id, sub, session_id, type, client_id, event_id, origin_id, created_at,
                    last_active_at, expires_at, sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                session.pool().value(),
                session.sub().value(),
                session.id(),
                session.type().wire(),
                session.client().value(),
                signIn == null ? null : signIn.value(),
                session.origin(),
                session.times().created(),
                session.times().lastActive(),
                session.times().expires(),
                sealed(session.place()));
    }

    /** Notes that the session of a sign-in is active; nothing where none is tracked. */
    void touch(Tx tx, SignIn signIn, Session.Place place, Instant now) {
        tx.update(
                "UPDATE sessions SET last_active_at = ?, sealed = ? WHERE pool_id = ? AND sub = ? AND event_id = ?",
                now,
                sealed(place),
                signIn.pool().value(),
                signIn.sub().value(),
                signIn.id().value());
    }

    /** Every record of a user, also of sessions that are over; the one that was active last comes first. */
    List<Session> all(Tx tx, PoolId pool, Sub sub) {
        return tx.list("""
                SELECT pool_id, sub, session_id, client_id, event_id, origin_id, created_at, last_active_at, expires_at,
                    sealed FROM sessions WHERE pool_id = ? AND sub = ? ORDER BY last_active_at DESC, session_id
                """, this::read, pool.value(), sub.value());
    }

    static void delete(Tx tx, Session session) {
        tx.update(
                "DELETE FROM sessions WHERE pool_id = ? AND sub = ? AND session_id = ?",
                session.pool().value(),
                session.sub().value(),
                session.id());
    }

    static void deleteAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM sessions WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    /** Deletes records of sessions that ended by themselves, at most so many; returns how many. */
    static int deleteExpired(Tx tx, Instant now, int most) {
        return tx.update("""
                DELETE FROM sessions WHERE (pool_id, sub, session_id) IN
                    (SELECT pool_id, sub, session_id FROM sessions WHERE expires_at < ? LIMIT ?)
                """, now, most);
    }

    private Session read(Row row) {
        String signIn = row.nullableString(5);
        return new Session(
                new PoolId(row.string(1)),
                new Sub(row.string(2)),
                row.string(3),
                new ClientId(row.string(4)),
                signIn == null ? null : new SignInId(signIn),
                row.nullableString(6),
                new Session.Times(row.instant(7), row.instant(8), row.instant(9)),
                place(row.bytes(10)));
    }

    private byte[] sealed(Session.Place place) {
        return keys.seal(
                JsonOutput.encode(SessionDescriptionType.builder()
                        .deviceType(place.device())
                        .lastIpAddress(place.address())
                        .build()),
                PURPOSE);
    }

    private Session.Place place(byte[] sealed) {
        String json = new String(keys.open(sealed, PURPOSE), StandardCharsets.UTF_8);
        SessionDescriptionType stored = JsonInput.decodeStored(json, SessionDescriptionType::read);
        return new Session.Place(text(stored.deviceType()), text(stored.lastIpAddress()));
    }

    private static String text(@Nullable String stored) {
        return Objects.requireNonNull(stored);
    }
}
