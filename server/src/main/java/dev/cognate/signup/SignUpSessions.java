package dev.cognate.signup;

import dev.cognate.clients.Client;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.crypto.SealBroken;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.ExplicitAuthFlowsType;
import dev.cognate.wire.model.UserPoolTierType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Session} that leads from SignUp over ConfirmSignUp into a sign-in by USER_AUTH without another challenge. The
 * client holds it, sealed; any node reads it. It is of one pool, client and user, and of one stage: only ConfirmSignUp
 * takes that of SignUp, and only USER_AUTH that of ConfirmSignUp. Each lives as long as a session of the client's
 * sign-ins. Reference: lifecycle E1, E2; auth 4.5.
 */
public final class SignUpSessions {
    private static final String PURPOSE = "sign-up-session";

    private final KeyRing keys;
    private final Randomness randomness;
    private final InstantSource clock;

    /** Sessions that are sealed with these keys. */
    public SignUpSessions(KeyRing keys, Randomness randomness, InstantSource clock) {
        this.keys = keys;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** How far the user has come. */
    public enum Stage {
        /** Registered; a code may be on its way. */
        SIGNED_UP,
        /** Confirmed. */
        CONFIRMED
    }

    /**
     * An opened session.
     *
     * @param id a UUID
     * @param expires when it is over
     */
    public record Opened(Stage stage, String id, PoolId pool, ClientId client, Sub sub, Instant expires) {

        /** Whether it was given to this client for this user. */
        public boolean isOf(Client other, Sub user) {
            return pool.equals(other.pool().id()) && client.equals(other.id()) && sub.equals(user);
        }
    }

    /** A session for the user who has come to this stage, null where the client's users cannot sign in by USER_AUTH. */
    @Nullable String begin(Client client, Sub sub, Stage stage) {
        if (!allowsUserAuth(client)) {
            return null;
        }
        Pool pool = client.pool();
        long expires = clock.instant().plus(client.sessionValidity()).toEpochMilli();
        // None of these holds a line break: ids have no white space.
        String plain = String.join(
                "\n",
                stage.name(),
                randomness.uuid(),
                pool.id().value(),
                client.id().value(),
                sub.value(),
                Long.toString(expires));
        byte[] sealed = keys.seal(plain.getBytes(StandardCharsets.UTF_8), PURPOSE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
    }

    private static boolean allowsUserAuth(Client client) {
        return client.authFlows().contains(ExplicitAuthFlowsType.ALLOW_USER_AUTH)
                && client.pool().config().userPoolTier() != UserPoolTierType.LITE;
    }

    /** What a session says, null when it is none of these, or of another stage. It may be over. */
    public @Nullable Opened open(String session, Stage stage) {
        try {
            byte[] plain = keys.open(Base64.getUrlDecoder().decode(session), PURPOSE);
            Opened opened = parse(new String(plain, StandardCharsets.UTF_8));
            return opened.stage == stage ? opened : null;
        } catch (IllegalArgumentException | SealBroken notOurs) {
            return null;
        }
    }

    private static Opened parse(String plain) {
        String[] parts = plain.split("\n", -1);
        return new Opened(
                Stage.valueOf(parts[0]),
                parts[1],
                new PoolId(parts[2]),
                new ClientId(parts[3]),
                new Sub(parts[4]),
                Instant.ofEpochMilli(Long.parseLong(parts[5])));
    }

    /** Whether the time of a session is over. */
    boolean isOver(Opened session) {
        return !clock.instant().isBefore(session.expires);
    }
}
