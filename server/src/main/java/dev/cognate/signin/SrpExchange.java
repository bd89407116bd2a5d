package dev.cognate.signin;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SealBroken;
import dev.cognate.crypto.SrpGroup;
import dev.cognate.crypto.SrpServer;
import dev.cognate.crypto.SrpVerifier;
import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.User;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pool;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ChallengeNameType;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a password without wanting to see it (SRP-6a). All that has to be known when the answer comes is sealed into
 * the secret block, a session of its own kind. A name without a user gets a challenge that nobody can answer. Reference:
 * auth 4.1, 9.
 */
final class SrpExchange {
    private static final String PURPOSE = "srp-secret-block";
    private static final int EXCHANGE = 800;

    private final Passwords passwords;
    private final KeyRing keys;
    private final SecureRandom random;
    private final Sessions sessions;

    SrpExchange(Ground ground) {
        Signin.Collaborators with = ground.with();
        this.passwords = with.passwords();
        this.keys = with.keys();
        this.random = with.random();
        this.sessions = ground.sessions();
    }

    /** The secret block of an answer, opened. Does not print what it holds. */
    record Block(Session session, SrpServer exchange) {
        @Override
        public String toString() {
            return "Block[***]";
        }
    }

    /**
     * The challenge PASSWORD_VERIFIER, with a session for clients that send it back; what counts is the secret block.
     *
     * @throws InvalidParameterException the client's public number is none, or one with which any password would do
     */
    Answer pose(Step step, Claimant claimant, Session.Carried carried) {
        Session session = sessions.begin(step, claimant.id(), ChallengeNameType.PASSWORD_VERIFIER, carried);
        return pose(step, claimant, session, sessions.seal(session));
    }

    /**
     * The same without a session, as USER_SRP_AUTH begins.
     *
     * @throws InvalidParameterException as {@link #pose}
     */
    Answer poseWithoutSession(Step step, Claimant claimant) {
        ChallengeNameType name = ChallengeNameType.PASSWORD_VERIFIER;
        return pose(step, claimant, sessions.begin(step, claimant.id(), name, Session.Carried.NOTHING), null);
    }

    private Answer pose(Step step, Claimant claimant, Session session, @Nullable String shown) {
        Map<String, String> parameters = begin(step, session, verifier(step.pool(), claimant));
        parameters.put("USERNAME", claimant.username(step.pool()));
        parameters.put("USER_ID_FOR_SRP", claimant.username(step.pool()));
        return new Answer.Challenge(session.challenge(), shown, parameters);
    }

    /** Begins an exchange for a session; what the client has to know of it. */
    Map<String, String> begin(Step step, Session session, SrpVerifier verifier) {
        BigInteger clientPublic = publicNumber(step.parameters().require("SRP_A"));
        SrpServer exchange = SrpServer.begin(clientPublic, verifier, random);
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("SALT", SrpGroup.digits(verifier.salt()));
        parameters.put("SRP_B", SrpGroup.digits(exchange.serverPublic()));
        parameters.put("SECRET_BLOCK", Base64.getEncoder().encodeToString(seal(new Block(session, exchange))));
        return parameters;
    }

    /**
     * A client's public number.
     *
     * @throws InvalidParameterException it is none, or one with which any password would do
     */
    static BigInteger publicNumber(String text) {
        BigInteger number = SrpGroup.number(text);
        if (number == null || !SrpServer.isGood(number)) {
            throw new InvalidParameterException(Texts.INVALID_SRP_A);
        }
        return number;
    }

    /** The verifier of the claimant's password; one that nobody can answer for who has none. */
    SrpVerifier verifier(Pool pool, Claimant claimant) {
        KeptPassword kept = kept(claimant);
        return kept == null ? passwords.nobodys(pool.id(), claimant.id()) : passwords.verifier(kept);
    }

    private static @Nullable KeptPassword kept(Claimant claimant) {
        return switch (claimant) {
            case Claimant.Known(User user) -> user.password();
            case Claimant.Unknown _ -> null;
        };
    }

    /** The client's public number in a secret block as clients send it, null when this server did not make the block. */
    @Nullable BigInteger clientPublic(String text) {
        Block block = block(text);
        return block == null ? null : block.exchange.clientPublic();
    }

    /** The session that a secret block holds as a client sends it, null when this server did not make it. */
    @Nullable Session session(String text) {
        Block block = block(text);
        return block == null ? null : block.session;
    }

    private @Nullable Block block(String text) {
        try {
            return open(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException noBlock) {
            return null;
        }
    }

    private byte[] seal(Block block) {
        byte[] exchange = block.exchange.encode();
        byte[] session = Sessions.plain(block.session);
        byte[] plain = Arrays.copyOf(exchange, exchange.length + session.length);
        System.arraycopy(session, 0, plain, exchange.length, session.length);
        return keys.seal(plain, PURPOSE);
    }

    /** What a secret block holds, null when this server did not make it. */
    @Nullable Block open(byte[] block) {
        try {
            byte[] plain = keys.open(block, PURPOSE);
            return new Block(
                    Sessions.parse(Arrays.copyOfRange(plain, EXCHANGE, plain.length)),
                    SrpServer.decode(Arrays.copyOf(plain, EXCHANGE)));
        } catch (SealBroken notOurs) {
            return null;
        }
    }
}
