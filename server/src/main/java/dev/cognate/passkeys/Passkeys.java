package dev.cognate.passkeys;

import dev.cognate.crypto.ConstantTime;
import dev.cognate.crypto.KeyRing;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pool;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.AuthFactorType;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.UserPoolTierType;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to passkeys. Safe for use by many threads. */
public final class Passkeys {
    private static final int CHALLENGE_LENGTH = 32;
    private static final String NOBODY = "passkey-of-nobody";
    private static final String SEEMING = "passkey-that-nobody-has";

    private final Collaborators with;

    /** Makes the room from what it works with. */
    public Passkeys(Collaborators with) {
        this.with = with;
    }

    /** What this room works with. */
    public record Collaborators(
            Store store,
            KeyRing keys,
            SecureRandom random,
            InstantSource clock,
            Users users,
            AccessTokens accessTokens,
            PageTokens pageTokens) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.START_WEB_AUTHN_REGISTRATION.by(new StartWebAuthnRegistration(with)),
                Operations.COMPLETE_WEB_AUTHN_REGISTRATION.by(new CompleteWebAuthnRegistration(with)),
                Operations.LIST_WEB_AUTHN_CREDENTIALS.by(new ListWebAuthnCredentials(with)),
                Operations.DELETE_WEB_AUTHN_CREDENTIAL.by(new DeleteWebAuthnCredential(with)));
    }

    /** Whether users of the pool can have passkeys: they are a first factor, and its tier has them. */
    public static boolean areOf(Pool pool) {
        return pool.firstFactors().contains(AuthFactorType.WEB_AUTHN)
                && pool.config().userPoolTier() != UserPoolTierType.LITE;
    }

    /** Whether the pool lets a passkey stand for both factors, for users who want that. */
    public static boolean areBothFactors(Pool pool) {
        return areOf(pool) && RelyingParty.isBothFactors(pool.factors().webAuthn());
    }

    /** Whether a user can sign in with a passkey: the pool has them, and the user has one of its present domain. */
    public boolean has(Pool pool, User user) {
        return !usable(pool, user).isEmpty();
    }

    private List<Passkey> usable(Pool pool, User user) {
        RelyingParty party = RelyingParty.of(pool);
        if (!areOf(pool) || party == null) {
            return List.of();
        }
        return with.store.read(tx -> PasskeysTable.of(tx, user.pool(), user.sub())).stream()
                .filter(passkey -> passkey.relyingParty().equals(party.id()))
                .toList();
    }

    /**
     * What a browser is asked at a sign-in.
     *
     * @param challenge 32 random bytes that the authenticator signs; {@link #proves} wants them again
     * @param options {@code CREDENTIAL_REQUEST_OPTIONS}: a JSON text
     */
    public record Request(byte[] challenge, String options) {}

    /**
     * What to ask a user's browser, null when the user cannot sign in with a passkey. Reference: auth 21.5.
     *
     * @param life how long the challenge is good
     */
    public @Nullable Request request(Pool pool, User user, Duration life) {
        List<Passkey> passkeys = usable(pool, user);
        RelyingParty party = RelyingParty.of(pool);
        if (passkeys.isEmpty() || party == null) {
            return null;
        }
        return request(
                party, life, passkeys.stream().map(RequestOptions.Allowed::of).toList());
    }

    /**
     * Whether somebody who does not exist seems to have passkeys. Of the users some have and some have not, so every
     * other name seems to, always the same ones; a list of choices then tells nothing of who exists.
     *
     * @param nobody an id that no user has
     */
    public boolean seemsToHave(Pool pool, Sub nobody) {
        byte[] hash = with.keys.hash(SEEMING, pool.id().value(), nobody.value());
        return areOf(pool) && RelyingParty.of(pool) != null && (hash[0] & 1) == 1;
    }

    /**
     * What the browser of somebody who does not exist is asked: the same form, with an id that stays the same for the same
     * id and that no authenticator knows; null where the pool's users cannot have passkeys.
     */
    public @Nullable Request pretend(Pool pool, Sub nobody, Duration life) {
        RelyingParty party = RelyingParty.of(pool);
        if (!areOf(pool) || party == null) {
            return null;
        }
        String id = Credential.text(with.keys.hash(NOBODY, pool.id().value(), nobody.value()));
        return request(party, life, List.of(new RequestOptions.Allowed(id, List.of("internal", "hybrid"))));
    }

    private Request request(RelyingParty party, Duration life, List<RequestOptions.Allowed> allowed) {
        byte[] challenge = new byte[CHALLENGE_LENGTH];
        with.random.nextBytes(challenge);
        return new Request(challenge, new RequestOptions(party, challenge, life, allowed).text());
    }

    /**
     * Whether a browser's answer proves the user: it signs the challenge, comes from a page of the pool's domain, and is
     * of a passkey of this user that was not copied. The counter of the passkey rises in the caller's transaction.
     *
     * @param challenge of {@link Request}; the caller sees to it that it is used once
     * @param credential the answer's {@code CREDENTIAL}: a JSON text, whatever the client sent
     * @param bothFactors whether it has to stand for both factors, so that the authenticator must have recognised the user
     */
    public boolean proves(Tx tx, Pool pool, User user, byte[] challenge, String credential, boolean bothFactors) {
        RelyingParty party = RelyingParty.of(pool);
        Credential answer = Credential.of(credential);
        if (!areOf(pool) || party == null || answer == null) {
            return false;
        }
        Passkey passkey = PasskeysTable.find(tx, pool.id(), answer.id());
        if (passkey == null
                || !passkey.sub().equals(user.sub())
                || !passkey.relyingParty().equals(party.id())
                || !isHandleOf(user, answer)) {
            return false;
        }
        Long signCount =
                Ceremony.authenticate(party, challenge, passkey, answer, bothFactors || party.requiresVerification());
        return signCount != null && PasskeysTable.count(tx, passkey, signCount);
    }

    /** The handle may be missing; if it is there, it is the user's. */
    private static boolean isHandleOf(User user, Credential answer) {
        byte[] handle = answer.response().userHandle();
        return handle == null || ConstantTime.equals(handle, user.sub().value().getBytes(StandardCharsets.UTF_8));
    }

    /** Forgets the passkeys of a user who is deleted. */
    public static void forget(Tx tx, PoolId pool, Sub sub) {
        PasskeysTable.deleteAll(tx, pool, sub);
        ChallengesTable.delete(tx, pool, sub);
    }
}
