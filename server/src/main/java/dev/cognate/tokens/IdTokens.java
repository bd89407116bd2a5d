package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.triggers.PreTokenGenerationAnswer.Changes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;

/** Issues ID tokens: what a client is told about the user. Reference: auth 14.2. */
final class IdTokens {
    private final SigningKeys keys;
    private final Function<PoolId, String> issuer;
    private final Randomness randomness;
    private final InstantSource clock;

    IdTokens(Tokens.Collaborators with, SigningKeys keys) {
        this.keys = keys;
        this.issuer = with.issuer();
        this.randomness = with.randomness();
        this.clock = with.clock();
    }

    /** The signed token. */
    String issue(Client client, User user, SignIn signIn, GroupClaims groups, Changes changes) {
        Instant now = clock.instant();
        Claims claims = new Claims(TokenUse.ID);
        claims.put("sub", user.sub().value());
        claims.put(Claims.GROUPS, groups.names());
        claims.put(Claims.PREFERRED_ROLE, groups.preferredRole());
        claims.put("iss", issuer.apply(user.pool()));
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
            if (client.mayRead(name) && !name.startsWith("dev:")) {
                putAttribute(claims, name, value);
            }
        });
        claims.change(changes, client.id().value());
        return Jws.sign(claims, keys.require(user.pool()).of(TokenUse.ID));
    }

    /** OpenID Connect gives a few attributes another type than text. */
    private static void putAttribute(Claims claims, String name, String value) {
        switch (name) {
            case "email_verified", "phone_number_verified" -> claims.put(name, Boolean.parseBoolean(value));
            case "updated_at" -> putNumber(claims, name, value);
            case "address" ->
                claims.put(name, out -> {
                    out.beginObject();
                    out.member("formatted", value);
                    out.endObject();
                });
            default -> claims.put(name, value);
        }
    }

    /** The schema wants a number, which may have a fraction or be beyond all times; such a one stays a text. */
    private static void putNumber(Claims claims, String name, String value) {
        if (value.matches("[0-9]{1,18}")) {
            claims.put(name, Long.parseLong(value));
        } else {
            claims.put(name, value);
        }
    }
}
