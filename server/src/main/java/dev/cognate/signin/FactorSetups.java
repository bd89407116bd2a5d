package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.clients.Clients;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.mfa.HalfDoneSignIns;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.model.ChallengeNameType;
import java.time.Instant;

/** The sessions of MFA_SETUP, for the operations that set an authenticator app up on the way. Reference: auth 6.6, 8. */
final class FactorSetups implements HalfDoneSignIns {
    private final Store store;
    private final Clients clients;
    private final Users users;
    private final Sessions sessions;
    private final Standing standing;

    FactorSetups(Ground ground) {
        this.store = ground.with().store();
        this.clients = ground.with().clients();
        this.users = ground.with().users();
        this.sessions = ground.sessions();
        this.standing = ground.standing();
    }

    @Override
    public HalfDone open(String text) {
        Session session = opened(text);
        Client client = clients.require(session.client());
        User user = store.read(tx -> users.bySub(tx, session.pool(), session.sub()));
        Pool pool = client.pool();
        if (user == null
                || !pool.id().equals(session.pool())
                || !session.carried().isStillOf(user)) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        standing.require(user);
        return new HalfDone(client, user, text);
    }

    private Session opened(String text) {
        Session session = sessions.open(text);
        if (session == null || session.challenge() != ChallengeNameType.MFA_SETUP) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        sessions.requireUnused(session);
        return session;
    }

    @Override
    public String next(Tx tx, HalfDone signIn, Progress progress) {
        Session session = sessions.open(signIn.session());
        if (session == null) {
            throw new NotAuthorizedException(Texts.INVALID_SESSION);
        }
        sessions.use(tx, session);
        return switch (progress) {
            case SEED_HANDED_OUT -> afterSeed(session, signIn.client());
            case TOKEN_VERIFIED ->
                sessions.renew(
                        session,
                        sessions.end(signIn.client()),
                        session.carried().withFactorReady());
        };
    }

    /**
     * The first seed gives the user the time of a whole session to bring it into the app. Further ones give none: else
     * whoever proved a password once could hold the sign-in open for good, by asking for one seed after another.
     */
    private String afterSeed(Session session, Client client) {
        boolean isFirst = !(session.carried().asked() instanceof Session.SeedHandedOut);
        Instant end = isFirst ? sessions.end(client) : session.expires();
        return sessions.renew(session, end, session.carried().asking(new Session.SeedHandedOut()));
    }
}
