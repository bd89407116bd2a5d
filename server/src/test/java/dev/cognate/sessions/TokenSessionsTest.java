package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.clients.Client;
import dev.cognate.domain.ClientId;
import dev.cognate.tokens.AuthenticationResult;
import dev.cognate.tokens.Grant;
import dev.cognate.triggers.TokenGenerationSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Token sessions follow the sign-ins that they are about. Reference: newer (sessions), auth 17. */
final class TokenSessionsTest extends SessionRoom {
    private static final String FLOW =
            "\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]";
    private static final String REVOKED = "NotAuthorizedException: Refresh Token has been revoked";

    @BeforeEach
    void useAClientForPasswords() {
        pool = pool.through(pool.newClient(FLOW).member("ClientId"));
    }

    private static Reply signInByPassword(TestPool through) {
        return through.call("InitiateAuth", """
                "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"}\
                """.formatted(TestPool.PASSWORD));
    }

    private static Reply refresh(TestPool through, Reply signedIn) {
        return through.call(
                "GetTokensFromRefreshToken", "\"RefreshToken\":\"" + signedIn.member("RefreshToken") + "\"");
    }

    private Reply sessions() {
        return list("jane");
    }

    private String opens(Reply signedIn) {
        return pool.callAs(signedIn.member("AccessToken"), "GetUser", "").fault();
    }

    @Test
    void everySignInBeginsASession() {
        Reply signedIn = signInByPassword(pool);

        assertThat(ids(sessions())).singleElement().asString().matches("tkn[a-z0-9]{25}");
        assertThat(pool.callAs(signedIn.member("AccessToken"), "ListUserSessions", "")
                        .body())
                .contains("\"IsCurrentSession\":true", "\"ClientId\":\"" + pool.client() + "\"");
    }

    @Test
    void aPoolThatDoesNotTrackSessionsHasNone() {
        setPool("DISABLED", 20);
        signInByPassword(pool);
        track(20);

        assertThat(ids(sessions())).isEmpty();
    }

    /** LastActiveDate: "its last refresh or rotation". */
    @Test
    void aRefreshIsActivity() {
        Reply first = signInByPassword(pool);
        String session = ids(sessions()).getFirst();
        server.clock().advance(Duration.ofMinutes(1));
        signInByPassword(pool);
        assertThat(ids(sessions()).getFirst()).isNotEqualTo(session);

        server.clock().advance(Duration.ofMinutes(1));
        assertThat(refresh(pool, first).status()).isEqualTo(200);

        assertThat(ids(sessions()).getFirst()).isEqualTo(session);
    }

    @Test
    void aRotationIsActivity() {
        TestPool rotating = pool.through(pool.newClient("""
                "ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH"],
                "RefreshTokenRotation":{"Feature":"ENABLED","RetryGracePeriodSeconds":0}\
                """).member("ClientId"));
        Reply first = signInByPassword(rotating);
        String session = ids(sessions()).getFirst();
        server.clock().advance(Duration.ofMinutes(1));
        signInByPassword(pool);

        server.clock().advance(Duration.ofMinutes(1));
        assertThat(refresh(rotating, first).status()).isEqualTo(200);

        assertThat(ids(sessions()).getFirst()).isEqualTo(session);
    }

    /** "A sign-in beyond it evicts the least recently used token session", and its tokens are worth nothing. */
    @Test
    void theLeastRecentlyUsedSessionMakesRoom() {
        track(2);
        Reply first = signInByPassword(pool);
        server.clock().advance(Duration.ofMinutes(1));
        Reply second = signInByPassword(pool);
        server.clock().advance(Duration.ofMinutes(1));
        refresh(pool, first);
        server.clock().advance(Duration.ofMinutes(1));

        Reply third = signInByPassword(pool);

        assertThat(ids(sessions())).hasSize(2);
        assertThat(opens(second)).isEqualTo("NotAuthorizedException");
        assertThat(refresh(pool, second).outcome()).isEqualTo(REVOKED);
        assertThat(opens(first)).isEqualTo("none");
        assertThat(opens(third)).isEqualTo("none");
    }

    /** Auth 17: a global sign-out ends everything. */
    @Test
    void aGlobalSignOutEndsAllSessions() {
        Reply signedIn = signInByPassword(pool);
        signInByPassword(pool);

        pool.callAs(signedIn.member("AccessToken"), "GlobalSignOut", "");

        assertThat(ids(sessions())).isEmpty();
    }

    @Test
    void anAdministratorsSignOutEndsAllSessions() {
        signInByPassword(pool);

        pool.admin("AdminUserGlobalSignOut", "jane");

        assertThat(ids(sessions())).isEmpty();
    }

    @Test
    void aRevokedTokenEndsItsSessionAlone() {
        Reply first = signInByPassword(pool);
        String session = ids(sessions()).getFirst();
        signInByPassword(pool);

        assertThat(revoke(first.member("RefreshToken"), "").status()).isEqualTo(200);

        assertThat(ids(sessions())).hasSize(1).doesNotContain(session);
    }

    private Reply revoke(String token, String members) {
        return pool.call("RevokeToken", "\"Token\":\"" + token + "\"" + members);
    }

    /** "A token session also takes its parent SSO session"; by default it does not. */
    @Test
    void linkedTakesTheSsoSessionToo() {
        String sso = signInToSso("jane");
        String first = signInThrough(sso);
        String second = signInThrough(sso);

        revoke(first, ",\"RevokeAssociatedSessions\":\"NONE\"");
        assertThat(ids(sessions())).hasSize(2).contains(sso);

        assertThat(revoke(second, ",\"RevokeAssociatedSessions\":\"LINKED\"").status())
                .isEqualTo(200);
        assertThat(ids(sessions())).isEmpty();
    }

    @Test
    void linkedLeavesWhatIsNotLinked() {
        String sso = signInToSso("jane");
        Reply direct = signInByPassword(pool);

        revoke(direct.member("RefreshToken"), ",\"RevokeAssociatedSessions\":\"LINKED\"");

        assertThat(ids(sessions())).containsExactly(sso);
    }

    /** Signs jane in through a browser that has an SSO session; the refresh token. */
    private String signInThrough(@Nullable String sso) {
        Client client = server.rooms().clients().require(new ClientId(pool.client()));
        AuthenticationResult result = server.rooms()
                .tokens()
                .issue(new Grant(
                        client,
                        pool.user("jane"),
                        new Grant.Proof(
                                server.rooms().tokens().signIns().freshId(),
                                server.clock().instant(),
                                null),
                        new Grant.Occasion(TokenGenerationSource.HOSTED_AUTH, null, CALL),
                        new Grant.Consent(List.of("openid"), null, sso)));
        return Objects.requireNonNull(result.refresh());
    }
}
