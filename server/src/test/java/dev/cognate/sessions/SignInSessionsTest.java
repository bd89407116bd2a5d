package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every sign-in is a token session of a pool that tracks them. Reference: newer, sessions. */
final class SignInSessionsTest extends SessionRoom {
    private TestPool client;

    @BeforeEach
    void makeAClient() {
        client = pool.through(pool.newClient(
                        "\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]")
                .member("ClientId"));
    }

    private Reply signIn() {
        server.clock().advance(Duration.ofSeconds(1));
        return client.call("InitiateAuth", """
                "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"}""".formatted(TestPool.PASSWORD));
    }

    private Reply refresh(Reply signIn) {
        server.clock().advance(Duration.ofSeconds(1));
        return client.call("GetTokensFromRefreshToken", """
                "RefreshToken":"%s\"""".formatted(signIn.member("RefreshToken")));
    }

    @Test
    void aSignInBeginsASession() {
        Reply signIn = signIn();

        Reply listed = client.callAs(signIn.member("AccessToken"), "ListUserSessions", "");

        assertThat(ids(listed)).hasSize(1);
        assertThat(listed.body())
                .contains("\"SessionType\":\"TOKEN\"", "\"IsCurrentSession\":true", client.client());
    }

    @Test
    void aSignInBeyondTheNumberEndsTheOneThatWasUsedLeast() {
        track(2);
        Reply first = signIn();
        Reply second = signIn();
        assertThat(refresh(first).body()).contains("AccessToken");

        Reply third = signIn();

        assertThat(refresh(second).outcome()).isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
        assertThat(refresh(first).body()).contains("AccessToken");
        assertThat(refresh(third).body()).contains("AccessToken");
        assertThat(ids(list("jane"))).hasSize(2);
    }

    @Test
    void whereSessionsAreNotTrackedNoneBegins() {
        setPool("DISABLED", 20);
        Reply signIn = signIn();
        track(20);

        assertThat(ids(list("jane"))).isEmpty();
        assertThat(refresh(signIn).body()).contains("AccessToken");
    }
}
