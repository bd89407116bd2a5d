package dev.cognate.tokens;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Shape;
import dev.cognate.wire.Violations;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a refresh token says once it is opened. Whether it is still good, the sign-in and the store decide.
 *
 * @param pool the pool
 * @param client the client that it was issued to, and to no other
 * @param sub the user
 * @param username the user's real username, which a client with a secret proves even when the user is gone
 * @param signIn the sign-in that it continues
 * @param id its own id, a UUID
 * @param expires when it ends; one that replaces another inherits the end
 */
public record RefreshToken(
        PoolId pool, ClientId client, Sub sub, String username, SignInId signIn, String id, Instant expires)
        implements Shape {

    @Override
    public void write(JsonOutput out) {
        out.beginObject();
        out.member("pool", pool.value());
        out.member("client", client.value());
        out.member("sub", sub.value());
        out.member("username", username);
        out.member("signIn", signIn.value());
        out.member("id", id);
        out.member("expires", (Long) expires.toEpochMilli());
        out.endObject();
    }

    static RefreshToken read(JsonInput in, Path at, Violations violations) {
        String pool = null;
        String client = null;
        String sub = null;
        String username = null;
        String signIn = null;
        String id = null;
        Long expires = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "pool" -> pool = in.string();
                case "client" -> client = in.string();
                case "sub" -> sub = in.string();
                case "username" -> username = in.string();
                case "signIn" -> signIn = in.string();
                case "id" -> id = in.string();
                case "expires" -> expires = in.integer();
                default -> in.skip();
            }
        }
        return new RefreshToken(
                new PoolId(required(pool)),
                new ClientId(required(client)),
                new Sub(required(sub)),
                required(username),
                new SignInId(required(signIn)),
                required(id),
                Instant.ofEpochMilli(Objects.requireNonNull(expires)));
    }

    private static String required(@Nullable String value) {
        return Objects.requireNonNull(value, "A refresh token of this server is complete");
    }

    @Override
    public String toString() {
        return "RefreshToken[***]";
    }
}
