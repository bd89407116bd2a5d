package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.crypto.Randomness;
import dev.cognate.crypto.Sha256;
import dev.cognate.directory.User;
import dev.cognate.groups.GroupClaims;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Issues ID tokens: what a client is told about the user. Reference: auth 14.2. */
final class IdTokens {
    private final SigningKeys keys;
    private final Issuers issuers;
    private final Randomness randomness;

    IdTokens(Tokens.Collaborators with, SigningKeys keys) {
        this.keys = keys;
        this.issuers = with.issuers();
        this.randomness = with.randomness();
    }

    /** The signed token. */
    String issue(
            Client client, Issuing.Standing standing, Issuing.Form form, @Nullable String nonce, AccessToken access) {
        User user = standing.user();
        SignIn signIn = standing.signIn();
        GroupClaims groups = form.shown(standing.groups());
        Instant now = access.issued(); // Not a look at the clock of its own: one answer, one moment.
        Claims claims = new Claims(TokenUse.ID);
        claims.put("sub", user.sub().value());
        claims.put(Claims.GROUPS, groups.names());
        claims.put(Claims.PREFERRED_ROLE, groups.preferredRole());
        claims.put("iss", issuers.of(client.pool()));
        claims.put("at_hash", signIn.oauthScopes() == null ? null : hash(access));
        claims.put("nonce", nonce);
        claims.put("cognito:username", user.username());
        claims.put("origin_jti", AccessTokens.showsOrigin(client) ? signIn.originJti() : null);
        claims.put(Claims.ROLES, groups.roles());
        claims.put("aud", client.id().value());
        claims.put("event_id", signIn.id().value());
        claims.put("token_use", TokenUse.ID.claim());
        claims.put("auth_time", signIn.time().getEpochSecond());
        claims.put("exp", now.plus(client.idTokenValidity()).getEpochSecond());
        claims.put("iat", now.getEpochSecond());
        claims.put("jti", AccessTokens.showsOrigin(client) ? randomness.uuid() : null);
        user.attributes().forEach((name, value) -> {
            if (IdTokenAttributes.isShown(client, signIn, name)) {
                IdTokenAttributes.put(claims, name, value);
            }
        });
        claims.change(form.changes().id(), client.id().value());
        return Jws.sign(claims, keys.require(user.pool()).of(TokenUse.ID));
    }

    /** Ties the access token to this one: the left half of its SHA-256 (OpenID Connect Core 3.1.3.6). */
    private static String hash(AccessToken access) {
        byte[] digest = Sha256.of(access.text().getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, digest.length / 2));
    }
}
