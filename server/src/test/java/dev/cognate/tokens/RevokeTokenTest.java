package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference: auth 17, row RevokeToken; newer.md (RevokeAssociatedSessions). */
class RevokeTokenTest extends TokenRoom {
    private static final String UNAUTHORIZED = "UnauthorizedException: Invalid client or secret";

    private static Reply revoke(TestPool through, String token, String members) {
        return through.call("RevokeToken", "\"Token\":\"" + token + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    /** Clause auth 17.1. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"RevokeAssociatedSessions\":\"NONE\"", "\"RevokeAssociatedSessions\":\"LINKED\""})
    void theRefreshTokenAndItsAccessTokensEnd(String members) {
        AuthenticationResult result = signIn();
        String other = signIn().access().text();

        assertThat(revoke(pool, refreshToken(result), members).outcome()).isEqualTo("{}");

        assertThat(opens(result.access().text())).isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(refresh(pool, refreshToken(result), "").outcome())
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
        assertThat(opens(other)).isEqualTo("yes");
    }

    /** Clause auth 17.1. Also for an unknown or already revoked token. */
    @Test
    void whatIsNoTokenAnyMoreIsAsGoodAsRevoked() {
        String token = refreshToken(signIn());
        revoke(pool, token, "");

        assertThat(revoke(pool, token, "").outcome()).isEqualTo("{}");
        assertThat(revoke(pool, "x", "").outcome()).isEqualTo("{}");
    }

    /** Clause auth 16.3.t3. 16.3: any current member of a rotated family revokes all. */
    @Test
    void oneOfARotatedFamilyEndsAll() {
        TestPool rotating = rotating(60);
        AuthenticationResult first = signIn(rotating, null);
        Reply second = refresh(rotating, refreshToken(first), "");

        revoke(rotating, refreshToken(first), "");

        assertThat(refresh(rotating, second.member("RefreshToken"), "").outcome())
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
        assertThat(opens(second.member("AccessToken")))
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
    }

    /** Clause auth 17.1. */
    @Test
    void aTokenOfAnotherClientIsNotRevoked() {
        String token = refreshToken(signIn());

        assertThat(revoke(client("\"EnableTokenRevocation\":true"), token, "").outcome())
                .isEqualTo(UNAUTHORIZED);
        assertThat(refresh(pool, token, "").status()).isEqualTo(200);
    }

    /** Clauses auth 12.17, auth 17.1. */
    @Test
    void aClientThatDoesNotExistOrDoesNotProveItselfIsUnauthorized() {
        Reply made = pool.newClient("\"GenerateSecret\":true");
        TestPool secret = pool.through(made.member("ClientId"));
        String token = refreshToken(signIn(secret, null));

        assertThat(revoke(pool.through("nobody"), token, "").outcome()).isEqualTo(UNAUTHORIZED);
        assertThat(revoke(secret, token, "").outcome()).isEqualTo(UNAUTHORIZED);
        assertThat(revoke(secret, token, "\"ClientSecret\":\"" + "x".repeat(30) + "\"")
                        .outcome())
                .isEqualTo(UNAUTHORIZED);
        assertThat(revoke(secret, token, "\"ClientSecret\":\"" + made.member("ClientSecret") + "\"")
                        .outcome())
                .isEqualTo("{}");
    }

    /** Clause auth 17.1. The order: secret, then the feature, then the type of the token. */
    @Test
    void aClientWithoutTokenRevocationRevokesNone() {
        Reply made = pool.newClient("\"GenerateSecret\":true,\"EnableTokenRevocation\":false");
        TestPool without = pool.through(made.member("ClientId"));
        String access = signIn(without, null).access().text();

        assertThat(revoke(without, access, "").outcome()).isEqualTo(UNAUTHORIZED);
        assertThat(revoke(without, access, "\"ClientSecret\":\"" + made.member("ClientSecret") + "\"")
                        .outcome())
                .isEqualTo("UnsupportedOperationException: This feature is not enabled for this client");
    }

    /** Clause auth 17.1. */
    @Test
    void onlyRefreshTokensAreRevoked() {
        AuthenticationResult result = signIn();

        for (String token : new String[] {result.access().text(), result.id()}) {
            assertThat(revoke(pool, token, "").outcome())
                    .isEqualTo("UnsupportedTokenTypeException: Only refresh tokens can be revoked");
        }
    }
}
