package dev.cognate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.KeyRing;
import dev.cognate.store.Store;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is kept of the contexts that clients send along. Reference: lifecycle A13. */
class UserEventsTest {
    private static final String CONTEXT = """
            "AnalyticsMetadata":{"AnalyticsEndpointId":"endpoint-1"},\
            "UserContextData":{"EncodedData":"device-1","IpAddress":"198.51.100.7"}""";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** An event as it is stored, its seal opened. */
    private record Stored(String sub, String type, String client, long createdAt, String details) {}

    private static List<Stored> events(TestPool pool) {
        KeyRing keys = KeyRing.of(
                new SecureRandom(),
                Base64.getEncoder()
                        .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII)));
        Store store = server.store();
        return store.read(tx -> tx.list(
                "SELECT sub, event_type, client_id, created_at, sealed FROM user_events WHERE pool_id = ? ORDER BY event_id",
                row -> new Stored(
                        row.string(1),
                        row.string(2),
                        row.string(3),
                        row.number(4),
                        new String(keys.open(row.bytes(5), "user-event"), StandardCharsets.UTF_8)),
                pool.id()));
    }

    @Test
    void whatTheClientTellsOfTheDeviceIsKeptWithTheEvent() {
        TestPool pool = server.poolVerifyingEmail();
        String sub =
                pool.call("SignUp", """
                "Username":"jane","Password":"%s","UserAttributes":[{"Name":"email","Value":"jane@example.com"}],%s""".formatted(TestPool.PASSWORD, CONTEXT)).member("UserSub");
        pool.call("ResendConfirmationCode", "\"Username\":\"jane\"," + CONTEXT);

        long now = server.clock().instant().toEpochMilli();
        String details = "{\"SourceAddress\":\"127.0.0.1\",\"UserContextData\":{\"EncodedData\":\"device-1\","
                + "\"IpAddress\":\"198.51.100.7\"},\"AnalyticsMetadata\":{\"AnalyticsEndpointId\":\"endpoint-1\"},"
                + "\"AuthEvent\":{\"ChallengeResponses\":[],\"EventContextData\":{\"DeviceName\":\"Java-http-client/"
                + System.getProperty("java.version") + "\",\"IpAddress\":\"127.0.0.1\"},\"EventResponse\":\"Pass\","
                + "\"EventRisk\":{\"CompromisedCredentialsDetected\":false,\"RiskDecision\":\"NoRisk\"}}}";
        assertThat(events(pool))
                .containsExactly(
                        new Stored(sub, "SignUp", pool.client(), now, details),
                        new Stored(sub, "ResendCode", pool.client(), now, details));
    }

    @Test
    void aRequestWithoutAContextIsNotKept() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.resend("jane");

        assertThat(events(pool)).isEmpty();
    }

    @Test
    void aRefusedRequestIsNotKept() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        for (int request = 1; request <= 6; request++) {
            pool.call("ResendConfirmationCode", "\"Username\":\"jane\"," + CONTEXT);
        }

        assertThat(events(pool)).hasSize(5);
    }

    @Test
    void theEventsOfADeletedUserAreForgottenAndThoseOfOthersStay() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        String john = pool.signUp("john", "john@example.com").member("UserSub");
        pool.call("ResendConfirmationCode", "\"Username\":\"jane\"," + CONTEXT);
        pool.call("ResendConfirmationCode", "\"Username\":\"john\"," + CONTEXT);

        pool.admin("AdminDeleteUser", "jane");

        assertThat(events(pool)).extracting(Stored::sub).containsExactly(john);
    }
}
