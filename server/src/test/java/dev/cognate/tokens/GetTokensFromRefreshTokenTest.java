package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.store.Crowd;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference: auth 16.2 (the operation), 16.1 (order of checks), 16.3 (rotation), 14.4 (form). */
class GetTokensFromRefreshTokenTest extends TokenRoom {
    private static final String INVALID = "NotAuthorizedException: Invalid Refresh Token";
    private static final String EXPIRED = "NotAuthorizedException: Refresh Token has expired";
    private static final String REVOKED = "NotAuthorizedException: Refresh Token has been revoked";
    private static final String REUSED = "RefreshTokenReuseException: Refresh token reuse detected";
    private static final String DELETED =
            "NotAuthorizedException: The user has been deleted for the associated refresh token";

    private String outcome(String token) {
        return refresh(pool, token, "").outcome();
    }

    /** 14.4: what clients of the service recognise. */
    @Test
    void aRefreshTokenHasTheServicesForm() {
        String token = refreshToken(signIn());

        assertThat(token).matches("eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ(\\.[\\w-]+){4}");
        assertThat(token).doesNotContain(pool.user("jane").sub().value());
    }

    /** Clause auth 16.2.t1. 16.2: without rotation there is no RefreshToken, and never ChallengeParameters. */
    @Test
    void theAnswerHasNewTokensAndNoRefreshToken() {
        assertThat(outcome(refreshToken(signIn())))
                .matches("\\{\"AuthenticationResult\":\\{\"AccessToken\":\"[^\"]+\",\"ExpiresIn\":3600,"
                        + "\"IdToken\":\"[^\"]+\",\"TokenType\":\"Bearer\"}}");
    }

    /** Clause auth 16.1.t3. 16.1: sub, auth_time, origin_jti and event_id are kept; 14.1: jti is fresh. */
    @Test
    void theNewTokensContinueTheSignIn() {
        AuthenticationResult first = signIn();
        server.clock().advance(Duration.ofMinutes(10));
        Reply reply = refresh(pool, refreshToken(first), "");
        String access = reply.member("AccessToken");
        String id = reply.member("IdToken");

        for (String kept : List.of("sub", "auth_time", "origin_jti", "event_id")) {
            assertThat(claim(access, kept))
                    .isNotEmpty()
                    .isEqualTo(claim(first.access().text(), kept));
            assertThat(claim(id, kept)).isEqualTo(claim(first.id(), kept));
        }
        assertThat(claim(access, "jti")).isNotEqualTo(claim(first.access().text(), "jti"));
        assertThat(Long.parseLong(claim(access, "iat"))).isEqualTo(Long.parseLong(claim(first.id(), "iat")) + 600);
        assertThat(opens(access)).isEqualTo("yes");
    }

    /** Clause auth 16.1.t3. 16.1: claims reflect current attributes and groups. */
    @Test
    void theNewTokensSayWhatIsTrueNow() {
        String token = refreshToken(signIn());
        pool.adminCall("CreateGroup", "\"GroupName\":\"staff\"");
        pool.adminCall("AdminAddUserToGroup", "\"GroupName\":\"staff\",\"Username\":\"jane\"");
        pool.change("jane", user -> user.withAttribute("name", "Jane", user.modified()));

        Reply reply = refresh(pool, token, "");

        assertThat(claim(reply.member("IdToken"), "name")).isEqualTo("\"Jane\"");
        assertThat(claim(reply.member("AccessToken"), "cognito:groups")).isEqualTo("[\"staff\"]");
    }

    /** Clause auth 12.10. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "a.b.c.d.e",
                "....",
                "eyJjdHkiOiJKV1QiLCJlbmMiOiJBMjU2R0NNIiwiYWxnIjoiUlNBLU9BRVAifQ.AA.AA.AA.AA"
            })
    void whatIsNoRefreshTokenIsRefused(String text) {
        assertThat(outcome(text)).isEqualTo(INVALID);
    }

    @Test
    void aTokenThatWasChangedIsRefused() {
        String token = refreshToken(signIn());
        int middle = token.length() / 2;
        char other = token.charAt(middle) == 'A' ? 'B' : 'A';

        assertThat(outcome(token.substring(0, middle) + other + token.substring(middle + 1)))
                .isEqualTo(INVALID);
    }

    /** 16.1: issued by this pool and client. */
    @Test
    void aTokenOfAnotherClientOrPoolIsRefused() {
        String token = refreshToken(signIn());

        assertThat(refresh(client("\"EnableTokenRevocation\":true"), token, "").outcome())
                .isEqualTo(INVALID);
        assertThat(refresh(server.pool(""), token, "").outcome()).isEqualTo(INVALID);
    }

    @Test
    void aClientThatDoesNotExistIsNotFound() {
        assertThat(refresh(pool.through("nobody"), refreshToken(signIn()), "").outcome())
                .isEqualTo("ResourceNotFoundException: User pool client nobody does not exist.");
    }

    /** Clause auth 16.2.t2. 16.2: missing and wrong secrets; the secret comes before the token. */
    @Test
    void aClientWithASecretProvesIt() {
        Reply made = pool.newClient("\"GenerateSecret\":true");
        TestPool secret = pool.through(made.member("ClientId"));
        String token = refreshToken(signIn(secret, null));

        assertThat(refresh(secret, "x", "").outcome())
                .isEqualTo("NotAuthorizedException: Client " + secret.client()
                        + " is configured for secret but secret was not received");
        assertThat(refresh(secret, token, "\"ClientSecret\":\"" + "x".repeat(30) + "\"")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Unable to verify secret hash for client " + secret.client());
        assertThat(refresh(secret, token, "\"ClientSecret\":\"" + made.member("ClientSecret") + "\"")
                        .status())
                .isEqualTo(200);
    }

    /** Clauses auth 11.6, auth 12.12, auth 16.1.t2. 16.1, the states in their order. */
    @Test
    void theOrderOfTheChecksIsTheReferences() {
        String token = refreshToken(signIn(pool, "us-east-1_device"));
        assertThat(outcome(token)).isEqualTo("NotAuthorizedException: Invalid Refresh Token.");

        server.clock().advance(Duration.ofDays(30));
        assertThat(outcome(token)).isEqualTo(EXPIRED);

        pool.admin("AdminUserGlobalSignOut", "jane");
        assertThat(outcome(token)).isEqualTo(REVOKED);

        pool.disable("jane");
        assertThat(outcome(token)).isEqualTo("NotAuthorizedException: User is disabled.");

        pool.admin("AdminDeleteUser", "jane");
        assertThat(outcome(token)).isEqualTo(DELETED);
    }

    /** 14.4: the life counts from issue; B5: a client may have its own. */
    @Test
    void aTokenExpiresAtItsVeryMoment() {
        TestPool hour = client("\"RefreshTokenValidity\":3600,\"TokenValidityUnits\":{\"RefreshToken\":\"seconds\"}");
        String token = refreshToken(signIn(hour, null));
        server.clock().advance(Duration.ofHours(1).minusMillis(1));
        assertThat(refresh(hour, token, "").status()).isEqualTo(200);

        server.clock().advance(Duration.ofMillis(1));

        assertThat(refresh(hour, token, "").outcome()).isEqualTo(EXPIRED);
    }

    /** A token whose sign-in was cleared away long ago has expired; nobody revoked it. */
    @Test
    void aTokenOfLongAgoHasExpired() {
        String token = refreshToken(signIn());
        server.clock().advance(Duration.ofDays(40));
        assertThat(tokens().sweep()).isOne();

        assertThat(outcome(token)).isEqualTo(EXPIRED);
    }

    /** Clauses auth 12.11, auth 16.1.t4. 16.1: only a token that is bound to a device needs it. */
    @Test
    void aTokenOfADeviceIsGoodOnItOnly() {
        String key = "us-east-1_aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";
        String token = refreshToken(signIn(pool, key));

        assertThat(refresh(pool, token, "\"DeviceKey\":\"" + key.replace("aaaa", "bbbb") + "\"")
                        .outcome())
                .isEqualTo("NotAuthorizedException: Invalid Refresh Token.");
        Reply reply = refresh(pool, token, "\"DeviceKey\":\"" + key + "\"");
        assertThat(claim(reply.member("AccessToken"), "device_key")).isEqualTo("\"" + key + "\"");
        assertThat(refresh(pool, refreshToken(signIn()), "\"DeviceKey\":\"" + key + "\"")
                        .status())
                .isEqualTo(200);
    }

    /** Clause auth 16.2.t3. 16.2: with rotation that flow is off anyway. */
    @Test
    void theFlowOfInitiateAuthNeedNotBeEnabled() {
        TestPool other = client("\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\"]");

        assertThat(refresh(other, refreshToken(signIn(other, null)), "").status())
                .isEqualTo(200);
    }

    /** Clause auth 16.3.t2. 16.3: without grace the old token is invalid at once; who comes with it again ends the family. */
    @Test
    void reuseAfterTheGracePeriodEndsTheFamily() {
        TestPool rotating = rotating(0);
        String first = refreshToken(signIn(rotating, null));
        String second = refresh(rotating, first, "").member("RefreshToken");
        Reply third = refresh(rotating, second, "");
        server.clock().advance(Duration.ofSeconds(10));

        assertThat(refresh(rotating, first, "").outcome()).isEqualTo(REUSED);

        assertThat(refresh(rotating, third.member("RefreshToken"), "").outcome())
                .isEqualTo(REVOKED);
        assertThat(opens(third.member("AccessToken")))
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(refresh(rotating, first, "").outcome()).isEqualTo(REVOKED);
    }

    /** 16.3: who was under way when the token was exchanged has lost, and is no thief. */
    @Test
    void reuseBySomebodyWhoWasUnderWayEndsNothing() {
        TestPool rotating = rotating(0);
        String first = refreshToken(signIn(rotating, null));
        String second = refresh(rotating, first, "").member("RefreshToken");
        server.clock().advance(Duration.ofSeconds(10).minusMillis(1));

        assertThat(refresh(rotating, first, "").outcome()).isEqualTo(REUSED);

        assertThat(refresh(rotating, second, "").status()).isEqualTo(200);
    }

    /** 16.3: other sign-ins of the user are no family of it. */
    @Test
    void reuseEndsNoOtherSignIn() {
        TestPool rotating = rotating(0);
        String first = refreshToken(signIn(rotating, null));
        String other = refreshToken(signIn(rotating, null));
        refresh(rotating, first, "");

        assertThat(refresh(rotating, first, "").outcome()).isEqualTo(REUSED);

        assertThat(refresh(rotating, other, "").status()).isEqualTo(200);
    }

    /** 16.3: within the grace period the loser of a race is no thief. */
    @Test
    void aRaceWithinTheGracePeriodEndsNothing() throws Exception {
        TestPool rotating = rotating(10);
        String token = refreshToken(signIn(rotating, null));

        List<String> replacements =
                Crowd.of(16, number -> refresh(rotating, token, "").member("RefreshToken"));

        assertThat(replacements).doesNotHaveDuplicates();
        assertThat(refresh(rotating, replacements.getFirst(), "").status()).isEqualTo(200);
        assertThat(refresh(rotating, replacements.getLast(), "").status()).isEqualTo(200);
    }

    /** 16.3: a request that was under way when another one won is refused, and ends nothing. */
    @Test
    void whoLosesARaceWhileItsFunctionRunsEndsNothing() {
        pool = server.pool(TestFunction.as("PreTokenGeneration"));
        pool.confirmed("jane", "[]");
        TestPool rotating = rotating(0);
        String token = refreshToken(signIn(rotating, null));
        AtomicReference<String> winner = new AtomicReference<>("nobody");
        server.function().answers(event -> {
            if (winner.compareAndSet("nobody", "under way")) {
                winner.set(refresh(rotating, token, "").member("RefreshToken"));
            }
            return new TestFunction.Answer(200, event);
        });

        assertThat(refresh(rotating, token, "").outcome()).isEqualTo(REUSED);

        assertThat(refresh(rotating, winner.get(), "").status()).isEqualTo(200);
    }

    /** Clause auth 16.3.t2. 16.3: RetryGracePeriodSeconds; each use within it gives again new tokens. */
    @Test
    void withinTheGracePeriodARotatedTokenIsGoodAgain() {
        TestPool rotating = rotating(10);
        String first = refreshToken(signIn(rotating, null));
        String second = refresh(rotating, first, "").member("RefreshToken");
        server.clock().advance(Duration.ofSeconds(10).minusMillis(1));

        assertThat(refresh(rotating, first, "").member("RefreshToken")).isNotEqualTo(second);

        server.clock().advance(Duration.ofMillis(1));
        assertThat(refresh(rotating, first, "").outcome()).isEqualTo(REUSED);
    }

    /** Clause auth 16.3.t1. 16.3: the new token lives until the original expiry. */
    @Test
    void rotationDoesNotProlong() {
        TestPool rotating = rotating(0);
        String token = refreshToken(signIn(rotating, null));
        server.clock().advance(Duration.ofDays(29));
        String next = refresh(rotating, token, "").member("RefreshToken");

        server.clock().advance(Duration.ofDays(1));

        assertThat(refresh(rotating, next, "").outcome()).isEqualTo(EXPIRED);
    }

    @Test
    void ofManyUsesAtOnceOneWins() throws Exception {
        TestPool rotating = rotating(0);
        String token = refreshToken(signIn(rotating, null));
        List<String> outcomes =
                Crowd.of(32, number -> refresh(rotating, token, "").fault());

        // Whoever came when all was over has ended the family, so that others find it revoked.
        assertThat(outcomes).isSubsetOf("none", "RefreshTokenReuseException", "NotAuthorizedException");
        assertThat(Collections.frequency(outcomes, "none")).isOne();
    }

    /** What a node forgets when it stops is nothing: another one on the same store refuses what was used. */
    @Test
    void aRetiredTokenStaysRetiredOnAServerThatStartsLater() {
        TestPool rotating = rotating(0);
        String first = refreshToken(signIn(rotating, null));
        String second = refresh(rotating, first, "").member("RefreshToken");

        try (TestServer later = TestServer.on(server.store(), rules -> rules)) {
            TestPool there = new TestPool(later, rotating.id(), rotating.client());
            String third = refresh(there, second, "").member("RefreshToken");
            later.clock().advance(Duration.ofSeconds(10));
            assertThat(refresh(there, first, "").outcome()).isEqualTo(REUSED);
            assertThat(refresh(there, third, "").outcome()).isEqualTo(REVOKED);
        }
    }

    /** By the first server's clock the token is over and cleared away; by the other's it would be good still. */
    @Test
    void aRetiredTokenIsRememberedLongerThanClocksDiffer() {
        TestPool hour = client(ROTATING.formatted(0)
                + ",\"RefreshTokenValidity\":3600,\"TokenValidityUnits\":{\"RefreshToken\":\"seconds\"}");
        String first = refreshToken(signIn(hour, null));
        refresh(hour, first, "");
        server.clock().advance(Duration.ofMinutes(70));
        tokens().sweep();

        try (TestServer behind = TestServer.on(server.store(), rules -> rules)) {
            TestPool there = new TestPool(behind, hour.id(), hour.client());
            assertThat(refresh(there, first, "").outcome()).isEqualTo(REUSED);
        }
    }

    @Test
    void theStoreHasNoRefreshToken() {
        TestPool rotating = rotating(0);
        String first = refreshToken(signIn(rotating, null));
        refresh(rotating, first, "");

        List<String> kept =
                server.store().read(tx -> tx.list("SELECT token_id FROM rotated_tokens", row -> row.string(1)));
        assertThat(kept).hasSize(1);
        assertThat(first).doesNotContain(kept);
    }

    /** 14.4: characters outside of the pattern are refused by the shape. */
    @Test
    void aTokenOutsideOfThePatternIsRefusedByItsShape() {
        assertThat(outcome("a b"))
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value at 'refreshToken' failed to "
                        + "satisfy constraint: Member must satisfy regular expression pattern: "
                        + Pattern.compile("[A-Za-z0-9-_=.]+"));
    }

    @Test
    void tokensAreNotPrinted() {
        AuthenticationResult result = signIn();

        assertThat(result.toString()).isEqualTo("AuthenticationResult[***]");
        assertThat(grant(pool, null).occasion().toString()).isEqualTo("Occasion[TokenGeneration_Authentication ***]");
    }
}
