package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.crypto.SecretHash;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.NotAuthorizedException;
import dev.cognate.wire.fault.UnsupportedOperationException;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** REFRESH_TOKEN_AUTH from the token on. Reference: auth 16.1, 10, 12. */
class RefreshingTest extends TokenRoom {

    private ThrowingCallable authenticating(TestPool through, Map<String, String> parameters) {
        return () -> tokens().refreshing().authenticate(client(through), parameters, CALL);
    }

    /** Clause auth 16.1.t1. */
    @Test
    void theAnswerHasNoRefreshToken() {
        String token = refreshToken(signIn());
        AuthenticationResult result =
                tokens().refreshing().authenticate(client(pool), Map.of("REFRESH_TOKEN", token), CALL);

        assertThat(result.refresh()).isNull();
        assertThat(opens(result.access().text())).isEqualTo("yes");
    }

    /** Clause auth 16.3.t4. 16.3: REFRESH_TOKEN_AUTH is refused where tokens rotate, before anything else is asked. */
    @Test
    void aClientThatRotatesTokensIsRefused() {
        assertThatThrownBy(authenticating(rotating(0), Map.of()))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("This API does not support refresh token rotation");
    }

    @Test
    void theTokenIsRequired() {
        assertThatThrownBy(authenticating(pool, Map.of()))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("Missing required parameter REFRESH_TOKEN");
    }

    /** Clause auth 12.10. */
    @Test
    void anotherTextIsNoToken() {
        assertThatThrownBy(authenticating(pool, Map.of("REFRESH_TOKEN", "x")))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessage("Invalid Refresh Token");
    }

    /** Clauses auth 12.9, auth 10.3. 10: over the real username; an alias fails. */
    @Test
    void theSecretHashIsOverTheRealUsername() {
        Reply made = pool.newClient("\"GenerateSecret\":true");
        TestPool secret = pool.through(made.member("ClientId"));
        String token = refreshToken(signIn(secret, null));

        assertThatThrownBy(authenticating(secret, Map.of("REFRESH_TOKEN", token)))
                .hasMessage(
                        "Client " + secret.client() + " is configured with secret but SECRET_HASH was not received");
        String alias = SecretHash.of(made.member("ClientSecret"), "jane@example.com", secret.client());
        assertThatThrownBy(authenticating(secret, Map.of("REFRESH_TOKEN", token, "SECRET_HASH", alias)))
                .hasMessage("SecretHash does not match for the client: " + secret.client());
        String real = SecretHash.of(made.member("ClientSecret"), "jane", secret.client());
        assertThat(tokens().refreshing()
                        .authenticate(client(secret), Map.of("REFRESH_TOKEN", token, "SECRET_HASH", real), CALL)
                        .id())
                .isNotEmpty();
    }

    /** Clause auth 16.1.t2. 16.1: the hash comes before the user, so that a stranger does not learn of the user. */
    @Test
    void theSecretHashComesBeforeTheUser() {
        TestPool secret = pool.through(pool.newClient("\"GenerateSecret\":true").member("ClientId"));
        String token = refreshToken(signIn(secret, null));
        pool.admin("AdminDeleteUser", "jane");

        assertThatThrownBy(authenticating(secret, Map.of("REFRESH_TOKEN", token, "SECRET_HASH", "x")))
                .hasMessage("SecretHash does not match for the client: " + secret.client());
    }

    /** Clause auth 10.4. 10: ignored for a public client. */
    @Test
    void aPublicClientsHashIsIgnored() {
        Map<String, String> parameters = Map.of("REFRESH_TOKEN", refreshToken(signIn()), "SECRET_HASH", "x");

        assertThat(tokens().refreshing()
                        .authenticate(client(pool), parameters, CALL)
                        .id())
                .isNotEmpty();
    }

    /** Clause auth 12.11. */
    @Test
    void aTokenOfADeviceNeedsItsKey() {
        String token = refreshToken(signIn(pool, "us-east-1_device"));

        assertThatThrownBy(authenticating(pool, Map.of("REFRESH_TOKEN", token))).hasMessage("Invalid Refresh Token.");
        assertThat(tokens().refreshing()
                        .authenticate(
                                client(pool), Map.of("REFRESH_TOKEN", token, "DEVICE_KEY", "us-east-1_device"), CALL)
                        .id())
                .isNotEmpty();
    }
}
