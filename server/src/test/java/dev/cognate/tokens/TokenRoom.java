package dev.cognate.tokens;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.clients.Client;
import dev.cognate.domain.ClientId;
import dev.cognate.triggers.TokenGenerationSource;
import dev.cognate.wire.Call;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with one pool in which jane has confirmed, and what the tests of this room ask of it. */
abstract class TokenRoom {
    static final Call CALL = new Call("request", "us-east-1", "127.0.0.1", null, null);
    static final String ROTATING = "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":%d}";

    TestServer server;
    TestPool pool;

    @BeforeEach
    void start() {
        server = TestServer.start();
        pool = newPool();
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
    }

    /** The pool; a plain one unless a test says otherwise. */
    TestPool newPool() {
        return server.pool("");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Signs jane in through the pool's client. */
    AuthenticationResult signIn() {
        return signIn(pool, null);
    }

    /** Signs jane in, on a device or on none. */
    AuthenticationResult signIn(TestPool through, @Nullable String deviceKey) {
        return tokens().issue(grant(through, deviceKey));
    }

    Grant grant(TestPool through, @Nullable String deviceKey) {
        return new Grant(
                client(through),
                through.user("jane"),
                new Grant.Proof(
                        tokens().signIns().freshId(), through.server().clock().instant(), deviceKey),
                new Grant.Occasion(TokenGenerationSource.AUTHENTICATION, null, CALL));
    }

    static Client client(TestPool through) {
        return through.server().rooms().clients().require(new ClientId(through.client()));
    }

    Tokens tokens() {
        return server.rooms().tokens();
    }

    /** Another client of the pool. */
    TestPool client(String members) {
        return pool.through(pool.newClient(members).member("ClientId"));
    }

    /** A client that rotates refresh tokens, with so many seconds of grace. */
    TestPool rotating(int grace) {
        return client(ROTATING.formatted(grace));
    }

    /** The refresh token of a new sign-in. */
    static String refreshToken(AuthenticationResult result) {
        String refresh = result.refresh();
        if (refresh == null) {
            throw new AssertionError("A sign-in comes with a refresh token");
        }
        return refresh;
    }

    /** GetTokensFromRefreshToken, with further members; empty for none. */
    static Reply refresh(TestPool through, String token, String members) {
        return through.call(
                "GetTokensFromRefreshToken",
                "\"RefreshToken\":\"" + token + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    /** Whether an access token opens the account: what GetUser says. */
    String opens(String accessToken) {
        String outcome = pool.callAs(accessToken, "GetUser", "").outcome();
        return outcome.startsWith("{") ? "yes" : outcome;
    }

    /** The claims of a token as JSON. */
    static String claims(String token) {
        return new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }

    /** One claim as JSON, empty for none. */
    static String claim(String token, String name) {
        Matcher found = Pattern.compile("[{,]\"" + name + "\":(\"[^\"]*\"|\\[[^\\]]*\\]|\\{[^}]*}|[^,}]+)")
                .matcher(claims(token));
        return found.find() ? found.group(1) : "";
    }
}
