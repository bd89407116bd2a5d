package dev.cognate.passkeys;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;

/** Pools whose users can have passkeys, and the steps of a registration. */
public final class TestPasskeys {
    /** Passkeys as a first factor. */
    public static final String ALLOWED =
            "\"Policies\":{\"SignInPolicy\":{\"AllowedFirstAuthFactors\":[\"PASSWORD\",\"WEB_AUTHN\"]}}";

    private TestPasskeys() {}

    /** A pool of the relying party {@code example.com} with one user, jane. */
    public static TestPool pool(TestServer server) {
        return pool(server, "\"RelyingPartyId\":\"example.com\"");
    }

    static TestPool pool(TestServer server, String webAuthn) {
        TestPool pool = server.pool(ALLOWED);
        configure(pool, webAuthn);
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        return pool;
    }

    static void configure(TestPool pool, String webAuthn) {
        Reply reply = pool.adminCall("SetUserPoolMfaConfig", "\"WebAuthnConfiguration\":{" + webAuthn + "}");
        if (reply.status() != 200) {
            throw new AssertionError(reply.outcome());
        }
    }

    static Reply start(TestPool pool, String token) {
        return pool.callAs(token, "StartWebAuthnRegistration", "");
    }

    static Reply complete(TestPool pool, String token, String credential) {
        return pool.callAs(token, "CompleteWebAuthnRegistration", "\"Credential\":" + credential);
    }

    /** Registers a passkey from beginning to end. */
    public static Reply register(TestPool pool, String token, TestAuthenticator authenticator) {
        return complete(pool, token, authenticator.register(start(pool, token).member("challenge")));
    }
}
