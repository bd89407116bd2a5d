package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation that takes an access token, and every reason to refuse one. Where the model of an operation does not
 * list the fault, it is NotAuthorizedException with the same text. Reference: auth 18, lifecycle A6.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BearersTest {
    private static final String EMAIL = "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]";

    private final ApiModel model = ApiModel.read();
    private final Requests requests = new Requests(model);
    private final TestServer server = TestServer.start();
    private final TestPool pool = server.pool("");

    /** Why a token is refused, as the fault and its text. */
    enum Reason {
        GARBAGE("NotAuthorizedException", "Invalid Access Token"),
        EXPIRED("NotAuthorizedException", "Access Token has expired"),
        REVOKED("NotAuthorizedException", "Access Token has been revoked"),
        OTHER_SCOPE("NotAuthorizedException", "Access Token does not have required scopes"),
        DISABLED("NotAuthorizedException", "User is disabled."),
        DELETED("UserNotFoundException", "User does not exist."),
        TO_BE_RESET("PasswordResetRequiredException", "Password reset required for the user"),
        NOT_CONFIRMED("UserNotConfirmedException", "User is not confirmed."),
        CLIENT_DELETED("ResourceNotFoundException", "User pool client %s does not exist.");

        final String fault;
        final String text;

        Reason(String fault, String text) {
            this.fault = fault;
            this.text = text;
        }
    }

    @AfterAll
    void stop() {
        server.close();
    }

    Stream<Arguments> refusals() {
        return Arrays.stream(Reason.values())
                .flatMap(reason -> model.operations("InvalidParameterException", "AccessToken").stream()
                        .map(operation -> Arguments.of(operation, reason)));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aTokenIsRefusedForItsReason(String operation, Reason reason) {
        String username = operation + reason;
        pool.confirmed(username, EMAIL);
        TestPool through =
                pool.through(pool.newClient("\"GenerateSecret\":false").member("ClientId"));

        String json = requests.json(operation, Map.of("AccessToken", token(through, username, reason)));

        assertThat(server.call(operation, json).outcome()).as(json).isEqualTo(refusal(operation, reason, through));
    }

    private String refusal(String operation, Reason reason, TestPool through) {
        boolean listed = model.faults(model.operation(operation)).contains(reason.fault);
        // Who signs out somebody who is gone learns that nothing is left.
        String text = operation.equals("GlobalSignOut") && reason == Reason.DELETED ? Reason.REVOKED.text : reason.text;
        return (listed ? reason.fault : "NotAuthorizedException") + ": " + text.formatted(through.client());
    }

    private String token(TestPool through, String username, Reason reason) {
        String token = through.accessToken(username);
        switch (reason) {
            case GARBAGE -> {
                return "garbage";
            }
            case OTHER_SCOPE -> {
                return through.accessToken(username, "openid");
            }
            case EXPIRED -> server.clock().advance(Duration.ofHours(1));
            case REVOKED -> server.expect("GlobalSignOut", "{\"AccessToken\":\"" + token + "\"}");
            case DISABLED -> through.disable(username);
            case DELETED -> through.admin("AdminDeleteUser", username);
            case TO_BE_RESET -> to(UserStatus.RESET_REQUIRED, username);
            case NOT_CONFIRMED -> to(UserStatus.UNCONFIRMED, username);
            case CLIENT_DELETED ->
                through.adminCall("DeleteUserPoolClient", "\"ClientId\":\"" + through.client() + "\"");
        }
        return token;
    }

    private void to(UserStatus status, String username) {
        pool.change(username, user -> user.withStatus(status, user.modified()));
    }
}
