package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.crypto.SealBroken;
import dev.cognate.directory.User;
import dev.cognate.domain.Sub;
import dev.cognate.store.ClockDifference;
import dev.cognate.store.Store;
import dev.cognate.store.Sweep;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Gives sessions out and takes them back. Any node can: what a session says is sealed into it, and that it was used is in
 * the store. A session is used up by the right answer, in the transaction of what that answer changes. Reference: auth 8.
 */
final class Sessions {
    private static final String PURPOSE = "sign-in-session";

    /** Plain sessions are filled up to a multiple of this, so that their length does not tell what they hold. */
    private static final int GRAIN = 704;

    private final Store store;
    private final KeyRing keys;
    private final Randomness randomness;
    private final InstantSource clock;

    Sessions(Signin.Collaborators with) {
        this.store = with.store();
        this.keys = with.keys();
        this.randomness = with.randomness();
        this.clock = with.clock();
    }

    /** A new session for the next challenge. */
    Session begin(Step step, Sub sub, ChallengeNameType challenge, Session.Carried carried) {
        return new Session(
                randomness.uuid(), step.id(), step.pool().id(), step.client().id(), sub, challenge, end(step), carried);
    }

    /** When a session ends that begins now. */
    Instant end(Step step) {
        return end(step, 1);
    }

    /** When the last of several sessions ends, the first of which begins now, each at the end of the one before. */
    Instant end(Step step, int sessions) {
        return clock.instant().plus(step.client().sessionValidity().multipliedBy(sessions));
    }

    /** When a session of a client ends that begins now. */
    Instant end(Client client) {
        return clock.instant().plus(client.sessionValidity());
    }

    /** A session that takes the place of another one until then, sealed. */
    String renew(Session session, Instant end, Session.Carried carried) {
        return seal(new Session(
                randomness.uuid(),
                session.signIn(),
                session.pool(),
                session.client(),
                session.sub(),
                session.challenge(),
                end,
                carried));
    }

    /** A session as the client gets it: about 1,000 characters. */
    String seal(Session session) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(keys.seal(plain(session), PURPOSE));
    }

    /** A new session, sealed. */
    String issue(Step step, Sub sub, ChallengeNameType challenge, Session.Carried carried) {
        return seal(begin(step, sub, challenge, carried));
    }

    /** What a session says, filled up. */
    static byte[] plain(Session session) {
        byte[] json = JsonOutput.encode(session);
        byte[] filled = Arrays.copyOf(json, Math.ceilDiv(json.length, GRAIN) * GRAIN);
        Arrays.fill(filled, json.length, filled.length, (byte) ' ');
        return filled;
    }

    /** What filled-up bytes say. */
    static Session parse(byte[] plain) {
        return JsonInput.decodeStored(new String(plain, StandardCharsets.UTF_8).stripTrailing(), Session::read);
    }

    /**
     * The session of a request, which is good for this challenge and this user. It is not used up yet.
     *
     * @throws InvalidParameterException the request has none
     * @throws NotAuthorizedException it is not good for that, or not any more
     */
    Session require(Step step, Claimant claimant, ChallengeNameType challenge) {
        return require(step, step.session(), claimant, challenge);
    }

    /** The same for one that the server kept for the client, null for none. */
    Session require(Step step, @Nullable String text, Claimant claimant, ChallengeNameType challenge) {
        if (text == null) {
            throw new InvalidParameterException(Texts.missing("Session"));
        }
        Session session = open(text);
        if (session == null || session.challenge() != challenge || !isOf(session, step, claimant)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        requireUnused(session);
        if (!restsOnPresent(session, claimant)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        return session;
    }

    /** Whether a session was given to this client for this user. */
    static boolean isOf(Session session, Step step, Claimant claimant) {
        return session.pool().equals(step.pool().id())
                && session.client().equals(step.client().id())
                && claimant.is(session.sub());
    }

    /**
     * Refuses a session whose time is over, or that was used.
     *
     * @throws NotAuthorizedException it is refused
     */
    void requireUnused(Session session) {
        if (isOver(session)) {
            throw new NotAuthorizedException(Texts.EXPIRED_SESSION);
        }
        if (isUsed(session)) {
            throw new NotAuthorizedException(Texts.USED_SESSION);
        }
    }

    /**
     * Refuses a session that was used by now, in the transaction that looks at the answer.
     *
     * @throws NotAuthorizedException it was used
     */
    void requireUnused(Tx tx, Session session) {
        if (UsedSessionsTable.contains(tx, session)) {
            throw new NotAuthorizedException(Texts.USED_SESSION);
        }
    }

    /** Whether a session may still be answered by this one, whom it is of. */
    boolean isGood(Session session, Claimant claimant) {
        return !isOver(session) && !isUsed(session) && restsOnPresent(session, claimant);
    }

    /** Whether the password that was proved on the way to a session is still the user's. */
    private static boolean restsOnPresent(Session session, Claimant claimant) {
        return switch (claimant) {
            case Claimant.Known(User user) -> session.carried().isStillOf(user);
            case Claimant.Unknown _ -> true;
        };
    }

    private boolean isOver(Session session) {
        return !clock.instant().isBefore(session.expires());
    }

    private boolean isUsed(Session session) {
        return store.read(tx -> UsedSessionsTable.contains(tx, session));
    }

    /** What a text says, null when this server did not write it. */
    @Nullable Session open(String text) {
        try {
            return parse(keys.open(Base64.getUrlDecoder().decode(text), PURPOSE));
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return null;
        }
    }

    /**
     * Uses a session up. Of many who try, one succeeds.
     *
     * @throws NotAuthorizedException it was used; what else the transaction did is undone
     */
    void use(Tx tx, Session session) {
        if (!used(tx, session)) {
            throw new NotAuthorizedException(Texts.USED_SESSION);
        }
    }

    /** The same for who says it in another way; false when it was used. */
    boolean used(Tx tx, Session session) {
        return UsedSessionsTable.insert(tx, session);
    }

    /** Forgets used sessions whose time is over by the clock of every node; returns how many. */
    int sweep() {
        Instant over = clock.instant().minus(ClockDifference.LONGEST);
        return new Sweep<>((tx, most) -> UsedSessionsTable.expired(tx, over, most), UsedSessionsTable::delete)
                .in(store);
    }
}
