package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What strangers have kept of a user does not hide what the user is known by. Reference: auth 23. */
class FloodedEventsTest {
    private TestServer server;
    private TestPool pool;

    @BeforeEach
    void startWithJaneAtHome() {
        server = TestServer.start();
        pool = SigningIn.pool(
                server, "\"UserPoolTier\":\"PLUS\",\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"ENFORCED\"}");
        pool.confirmed("jane", "[]");
        assertThat(signInFrom("192.0.2.1", "laptop").status()).isEqualTo(200);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply signInFrom(String address, String agent) {
        return pool.adminCall("AdminInitiateAuth", """
                "ClientId":"%s","AuthFlow":"ADMIN_USER_PASSWORD_AUTH",
                "AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"},
                "ContextData":{"IpAddress":"%s","ServerName":"example.com","ServerPath":"/","HttpHeaders":[
                {"headerName":"User-Agent","headerValue":"%s"}]}\
                """.formatted(pool.client(), PASSWORD, address, agent));
    }

    private void guess(int times, Duration apart) {
        for (int i = 0; i < times; i++) {
            server.clock().advance(apart);
            assertThat(password(pool, "jane", "wrong").outcome()).isEqualTo(SigningIn.INCORRECT);
        }
    }

    private String newestEvents() {
        return pool.admin("AdminListUserAuthEvents", "jane").body();
    }

    /** Otherwise whoever fails often enough before using a stolen password would look like a first sign-in. */
    @Test
    void failuresInAnyNumberDoNotHideThePlacesOfTheUser() {
        guess(70, Duration.ofHours(1));
        assertThat(newestEvents()).doesNotContain("\"EventResponse\":\"Pass\"");

        signInFrom("198.51.100.7", "phone");

        assertThat(newestEvents()).contains("\"RiskLevel\":\"Medium\"");
    }

    /** Otherwise whoever fails thirty times would be free to fail unseen for the rest of the day. */
    @Test
    void failuresOfThisHourAreKeptHoweverManyThereWereToday() {
        guess(30, Duration.ofMinutes(16));
        server.clock().advance(Duration.ofHours(2));
        guess(5, Duration.ofMinutes(2));
        server.clock().advance(Duration.ofMinutes(2)); // The lock is over.

        signInFrom("198.51.100.7", "phone");

        assertThat(newestEvents()).contains("\"RiskLevel\":\"High\"");
    }
}
