package dev.cognate.signin;

import dev.cognate.clients.Clients;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Migration;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.imports.ImportedHashes;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.passwords.Passwords;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.pools.Pools;
import dev.cognate.risk.UserEvents;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.Tokens;
import dev.cognate.triggers.Triggers;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The door to signing in. */
public final class Signin {
    private final Collaborators with;
    private final Sessions sessions;
    private final Lockout lockout;

    /** Makes the room from what it works with. */
    public Signin(Collaborators with) {
        this.with = with;
        this.sessions = new Sessions(with);
        this.lockout = new Lockout(with.store, with.clock);
    }

    /**
     * What this room works with.
     *
     * @param imported the password hashes that came with imported users
     * @param factors what other rooms know of second factors
     */
    public record Collaborators(
            Store store,
            KeyRing keys,
            SecureRandom random,
            Randomness randomness,
            InstantSource clock,
            Pools pools,
            Clients clients,
            Users users,
            Passwords passwords,
            TemporaryPasswords temporaryPasswords,
            NewPasswords newPasswords,
            ImportedHashes imported,
            Migration migration,
            Tokens tokens,
            Triggers triggers,
            UserEvents events,
            Factors factors) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        Standing standing = new Standing(with.store, with.temporaryPasswords);
        Claimants claimants = new Claimants(with);
        Entrance entrance = new Entrance(claimants, standing, with.triggers);
        Continuation continuation = new Continuation(
                with, new NewPasswordChallenge(sessions), new Completion(with, standing, lockout));
        Beginning beginning = new Beginning(
                new UserPasswordAuth(entrance, new PlainPassword(with, entrance, lockout), continuation),
                new RefreshTokenAuth(with.tokens.refreshing()));
        Answering answering =
                new Answering(claimants, new NewPasswordRequired(with, sessions, standing, continuation));
        return List.of(
                Operations.INITIATE_AUTH.by(new InitiateAuth(with, beginning)),
                Operations.ADMIN_INITIATE_AUTH.by(new AdminInitiateAuth(with, beginning)),
                Operations.RESPOND_TO_AUTH_CHALLENGE.by(new RespondToAuthChallenge(with, answering)),
                Operations.ADMIN_RESPOND_TO_AUTH_CHALLENGE.by(new AdminRespondToAuthChallenge(with, answering)));
    }

    /** Forgets the wrong tries of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        lockout.clear(tx, pool, sub);
    }

    /**
     * Clears away used sessions and counts that are over.
     *
     * @return how many
     */
    public int sweep() {
        return sessions.sweep() + lockout.sweep();
    }
}
