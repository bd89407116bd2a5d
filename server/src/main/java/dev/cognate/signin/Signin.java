package dev.cognate.signin;

import dev.cognate.clients.Clients;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.devices.Devices;
import dev.cognate.directory.Migration;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.imports.ImportedHashes;
import dev.cognate.messaging.MaskStyle;
import dev.cognate.messaging.Messages;
import dev.cognate.messaging.Outbox;
import dev.cognate.mfa.HalfDoneSignIns;
import dev.cognate.mfa.Mfa;
import dev.cognate.passkeys.Passkeys;
import dev.cognate.passwords.NewPasswords;
import dev.cognate.passwords.Passwords;
import dev.cognate.passwords.TemporaryPasswords;
import dev.cognate.pools.Pools;
import dev.cognate.risk.Notices;
import dev.cognate.risk.Protection;
import dev.cognate.risk.UserEvents;
import dev.cognate.signup.SignUpSessions;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.Tokens;
import dev.cognate.triggers.Triggers;
import dev.cognate.verification.Concealment;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;

/** The door to signing in. */
public final class Signin {
    private final Ground ground;
    private final Conversations conversations;

    /** Makes the room from what it works with. */
    public Signin(Collaborators with) {
        this.ground = new Ground(with);
        this.conversations = new Conversations(with);
    }

    /**
     * What this room works with.
     *
     * @param imported the password hashes that came with imported users
     * @param sending how codes are sent
     * @param factors the rooms that keep what else users sign in by
     * @param lockOut whether wrong tries in a row lock a user for a while
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
            Protection protection,
            Notices notices,
            Sending sending,
            Factors factors,
            boolean lockOut) {}

    /**
     * How codes are sent.
     *
     * @param counts how many a user was sent
     * @param style how addresses are masked in answers
     */
    public record Sending(Codes counts, Messages messages, Outbox outbox, Concealment concealment, MaskStyle style) {}

    /**
     * The rooms that keep what else users sign in by.
     *
     * @param signUps the sessions of those who have just signed up
     */
    public record Factors(Mfa mfa, Devices devices, Passkeys passkeys, SignUpSessions signUps) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        Collaborators with = ground.with();
        Attempts attempts = new Attempts(ground);
        Guard guard = new Guard(ground, attempts);
        Entrance entrance = new Entrance(ground);
        SrpExchange srp = new SrpExchange(ground);
        SentCodes codes = new SentCodes(ground);
        PlainPassword password = new PlainPassword(ground, entrance, guard);
        Demands demands = new Demands(ground, guard);
        Completion completion = new Completion(ground, attempts, demands);
        CustomAuth custom = new CustomAuth(ground, conversations, entrance, srp, guard, completion);
        SecondFactors factors = new SecondFactors(ground, codes);
        NamedDevices named = new NamedDevices(ground, srp);
        Continuation continuation = new Continuation(ground, named, demands, factors, custom, completion);
        Choices choices = new Choices(ground, codes, srp);
        Beginning beginning = new Beginning(
                with.tokens.refreshing(),
                attempts,
                guard,
                new Beginning.Flows(
                        new UserPasswordAuth(entrance, password, continuation),
                        new UserSrpAuth(entrance, srp),
                        custom,
                        new UserAuth(ground, entrance, choices, password, continuation),
                        new RefreshTokenAuth(with.tokens.refreshing())));
        Answering answering = new Answering(
                ground,
                srp,
                attempts,
                guard,
                new Challenges(ground, conversations, srp, codes, password, factors, choices, custom, continuation));
        return List.of(
                Operations.INITIATE_AUTH.by(new InitiateAuth(with, beginning)),
                Operations.ADMIN_INITIATE_AUTH.by(new AdminInitiateAuth(with, beginning)),
                Operations.RESPOND_TO_AUTH_CHALLENGE.by(new RespondToAuthChallenge(with, answering)),
                Operations.ADMIN_RESPOND_TO_AUTH_CHALLENGE.by(new AdminRespondToAuthChallenge(with, answering)));
    }

    /** The sign-ins that wait for a second factor to be set up. */
    public HalfDoneSignIns factorSetups() {
        return new FactorSetups(ground);
    }

    /** Forgets the wrong tries, and what is under way, of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        ground.lockout().clear(tx, pool, sub);
        Conversations.forget(tx, pool, sub);
    }

    /**
     * Clears away used sessions and counts that are over.
     *
     * @return how many
     */
    public int sweep() {
        return ground.sessions().sweep() + ground.lockout().sweep() + conversations.sweep();
    }
}
