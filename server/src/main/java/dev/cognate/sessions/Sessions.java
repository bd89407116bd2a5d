package dev.cognate.sessions;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.Pools;
import dev.cognate.risk.DeviceName;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.SignIn;
import dev.cognate.tokens.SignInId;
import dev.cognate.tokens.SignIns;
import dev.cognate.tokens.Tokens;
import dev.cognate.wire.Call;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.UserPoolTierType;
import dev.cognate.wire.model.UserSessionTrackingType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of users: the door of the room. Methods that take a transaction do their work in it, together with what
 * makes it necessary. Safe for use by many threads.
 */
public final class Sessions {
    private static final int SWEPT_AT_ONCE = 1_000;

    private final Collaborators with;
    private final SignIns signIns;
    private final SessionsTable table;

    /** What this room works with. */
    public record Collaborators(
            Store store,
            Pools pools,
            Clients clients,
            Users users,
            Tokens tokens,
            KeyRing keys,
            Randomness randomness,
            InstantSource clock) {}

    /** Makes the room from what it works with. */
    public Sessions(Collaborators with) {
        this.with = with;
        this.signIns = with.tokens.signIns();
        this.table = new SessionsTable(with.keys);
    }

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        Revocation revocation = new Revocation(this);
        return List.of(
                Operations.GET_USER_POOL_SESSION_CONFIGURATION.by(
                        new GetUserPoolSessionConfiguration(with.store, with.pools)),
                Operations.SET_USER_POOL_SESSION_CONFIGURATION.by(
                        new SetUserPoolSessionConfiguration(with.store, with.pools)),
                Operations.GET_USER_POOL_CLIENT_SESSION_CONFIGURATION.by(
                        new GetUserPoolClientSessionConfiguration(with.store, with.pools, with.clients)),
                Operations.SET_USER_POOL_CLIENT_SESSION_CONFIGURATION.by(
                        new SetUserPoolClientSessionConfiguration(with.store, with.pools, with.clients)),
                Operations.LIST_USER_SESSIONS.by(new ListUserSessions(with, this)),
                Operations.ADMIN_LIST_USER_SESSIONS.by(new AdminListUserSessions(with, this)),
                Operations.REVOKE_USER_SESSION.by(new RevokeUserSession(with, revocation)),
                Operations.ADMIN_REVOKE_USER_SESSION.by(new AdminRevokeUserSession(with, revocation)));
    }

    /** What a pool's settings of sessions need that a tier lacks. Reference: newer. */
    public static List<String> above(Tx tx, PoolId pool, UserPoolTierType tier) {
        return tier == UserPoolTierType.LITE && SessionSettings.tracked(tx, pool) ? List.of(Texts.TRACKING) : List.of();
    }

    /**
     * Begins a token session, where the pool tracks them; the least recently used ones beyond the pool's number end.
     *
     * @param signIn a sign-in that begins in this transaction
     * @param origin the id of the SSO session that it came through, null for none
     */
    public void begin(Tx tx, SignIn signIn, @Nullable String origin, Call call) {
        var settings = SessionSettings.ofPool(tx, signIn.pool());
        if (settings.userSessionTracking() != UserSessionTrackingType.ENABLED) {
            return;
        }
        List<Session> tokenSessions = cleared(tx, signIn.pool(), signIn.sub()).stream()
                .filter(each -> each.signIn() != null)
                .toList();
        int kept = Math.min(tokenSessions.size(), settings.tokenSession().maxPerUser() - 1);
        tokenSessions.subList(kept, tokenSessions.size()).forEach(each -> end(tx, each));
        table.insert(
                tx,
                new Session(
                        signIn.pool(),
                        signIn.sub(),
                        with.randomness.sessionId("tkn"),
                        signIn.client(),
                        signIn.id(),
                        origin,
                        new Session.Times(now(), now(), signIn.expires()),
                        place(call)));
    }

    /** Notes that the tokens of a sign-in were refreshed. */
    public void refreshed(Tx tx, SignIn signIn, Call call) {
        table.touch(tx, signIn, place(call), now());
    }

    /**
     * Begins an SSO session of a browser, where the pool tracks sessions.
     *
     * @param client through which the user signed in
     * @param validity how long the session lasts
     * @return its id, null where sessions are not tracked
     */
    public @Nullable String beginSso(Tx tx, Client client, User user, Duration validity, Call call) {
        if (!SessionSettings.tracked(tx, user.pool())) {
            return null;
        }
        Session session = new Session(
                user.pool(),
                user.sub(),
                with.randomness.sessionId("sso"),
                client.id(),
                null,
                null,
                new Session.Times(now(), now(), now().plus(validity)),
                place(call));
        table.insert(tx, session);
        return session.id();
    }

    /** Whether a pool tracks sessions. */
    public boolean areTracked(Tx tx, PoolId pool) {
        return SessionSettings.tracked(tx, pool);
    }

    /** Ends the SSO session that a token session came through, if there is one. */
    public void endOrigin(Tx tx, SignIn signIn) {
        List<Session> all = table.all(tx, signIn.pool(), signIn.sub());
        all.stream()
                .filter(each -> signIn.id().equals(each.signIn()))
                .map(Session::origin)
                .flatMap(origin -> all.stream().filter(each -> each.id().equals(origin)))
                .forEach(each -> end(tx, each));
    }

    /** How long a client reuses an SSO session after the last fresh sign-in; zero for never. */
    public Duration reuse(Tx tx, Client client) {
        return Duration.ofMinutes(SessionSettings.ofClient(tx, client).maxValidityMinutes());
    }

    /** Forgets the sessions of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        SessionsTable.deleteAll(tx, pool, sub);
    }

    /**
     * Clears away sessions that ended by themselves.
     *
     * @return how many
     */
    public int sweep() {
        int swept = 0;
        int batch;
        do {
            Instant now = now();
            batch = with.store.write(tx -> SessionsTable.deleteExpired(tx, now, SWEPT_AT_ONCE));
            swept += batch;
        } while (batch == SWEPT_AT_ONCE);
        return swept;
    }

    /** The sessions of a user that stand, the one that was active last first. */
    List<Session> active(Tx tx, PoolId pool, Sub sub) {
        return table.all(tx, pool, sub).stream()
                .filter(each -> stands(tx, each))
                .toList();
    }

    /** The same, where the records of the others are deleted. */
    private List<Session> cleared(Tx tx, PoolId pool, Sub sub) {
        List<Session> active = active(tx, pool, sub);
        table.all(tx, pool, sub).stream()
                .filter(each -> !active.contains(each))
                .forEach(each -> SessionsTable.delete(tx, each));
        return active;
    }

    private boolean stands(Tx tx, Session session) {
        SignInId signIn = session.signIn();
        return session.times().expires().isAfter(now())
                && (signIn == null || signIns.find(tx, session.pool(), session.sub(), signIn) != null);
    }

    /** Ends a session and with it its tokens. */
    void end(Tx tx, Session session) {
        SignInId signIn = session.signIn();
        if (signIn != null) {
            signIns.end(tx, session.pool(), session.sub(), signIn);
        }
        SessionsTable.delete(tx, session);
    }

    private static Session.Place place(Call call) {
        return new Session.Place(DeviceName.of(call.userAgent()), call.sourceAddress());
    }

    private Instant now() {
        return with.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
