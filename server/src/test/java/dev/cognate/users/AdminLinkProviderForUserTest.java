package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AdminLinkProviderForUser, by the clauses of lifecycle F10. */
class AdminLinkProviderForUserTest {
    private static final String NO_USER = "UserNotFoundException: User does not exist.";
    private static final String LOCAL = "InvalidParameterException: Invalid SourceUser: Cognito users with a "
            + "username/password may not be passed in as a SourceUser, only as a DestinationUser";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static String provided(String provider, String value) {
        return "{\"ProviderName\":\"" + provider
                + "\",\"ProviderAttributeName\":\"Cognito_Subject\",\"ProviderAttributeValue\":\"" + value + "\"}";
    }

    static Reply link(TestPool pool, String destination, String source) {
        return pool.adminCall(
                "AdminLinkProviderForUser", "\"DestinationUser\":" + destination + ",\"SourceUser\":" + source);
    }

    private static TestPool poolWithJane() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        return pool;
    }

    /** Clause F10.t1. */
    @Test
    void theUserGetsTheIdentity() {
        TestPool pool = poolWithJane();

        assertThat(link(pool, provided("Cognito", "jane"), provided("Google", "42"))
                        .body())
                .isEqualTo("{}");

        assertThat(pool.user("jane").attribute("identities"))
                .isEqualTo("[{\"userId\":\"42\",\"providerName\":\"Google\",\"providerType\":\"Google\","
                        + "\"issuer\":null,\"primary\":false,\"dateCreated\":"
                        + server.clock().instant().toEpochMilli() + "}]");
    }

    @Test
    void theAttributesNameOfALocalUserDoesNotMatter() {
        TestPool pool = poolWithJane();

        assertThat(link(
                                pool,
                                "{\"ProviderName\":\"Cognito\",\"ProviderAttributeValue\":\"jane\"}",
                                provided("Google", "42"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProfileOfAProviderIsADestinationByItsId() {
        TestPool pool = server.pool("");
        pool.confirmed("Google_7", "[]");

        assertThat(link(pool, provided("Google", "7"), provided("Facebook", "42"))
                        .status())
                .isEqualTo(200);
        assertThat(pool.user("Google_7").attribute("identities")).contains("\"providerName\":\"Facebook\"");
    }

    /** Clause F10.t3. */
    @Test
    void aRepeatedLinkIsRefusedToWhomeverItGoes() {
        TestPool pool = poolWithJane();
        pool.confirmed("john", "[]");
        link(pool, provided("Cognito", "jane"), provided("Google", "42"));

        for (String name : new String[] {"jane", "john"}) {
            assertThat(link(pool, provided("Cognito", name), provided("Google", "42"))
                            .outcome())
                    .isEqualTo(LOCAL);
        }
    }

    /** Clause F10.t3. */
    @Test
    void aLocalUserIsNoSource() {
        TestPool pool = poolWithJane();

        assertThat(link(pool, provided("Cognito", "jane"), provided("Cognito", "jane"))
                        .outcome())
                .isEqualTo(LOCAL);
    }

    /** Clause F10.t2. */
    @Test
    void aSourceThatIsAProfileIsNotMerged() {
        TestPool pool = poolWithJane();
        pool.confirmed("Google_42", "[]");

        assertThat(link(pool, provided("Cognito", "jane"), provided("Google", "42"))
                        .outcome())
                .isEqualTo(
                        "InvalidParameterException: Merging is not currently supported, provide a SourceUser that has "
                                + "not been signed up in order to link");
    }

    /** Clause A12.11c. */
    @Test
    void theSixthIdentityIsRefused() {
        TestPool pool = poolWithJane();
        for (int i = 0; i < 5; i++) {
            assertThat(link(pool, provided("Cognito", "jane"), provided("Google", "id" + i))
                            .status())
                    .isEqualTo(200);
        }

        assertThat(link(pool, provided("Cognito", "jane"), provided("Google", "id5"))
                        .fault())
                .isEqualTo("LimitExceededException");
    }

    /** Clause F10.t4. */
    @Test
    void nobodyIsNoDestination() {
        assertThat(link(poolWithJane(), provided("Cognito", "nobody"), provided("Google", "42"))
                        .outcome())
                .isEqualTo(NO_USER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ProviderName\":\"Google\"}", "{\"ProviderAttributeValue\":\"42\"}"})
    void aSourceThatIsNotWholeIsRefused(String source) {
        assertThat(link(poolWithJane(), provided("Cognito", "jane"), source).outcome())
                .isEqualTo("InvalidParameterException: ProviderName and ProviderAttributeValue are required.");
    }

    @Test
    void anUnknownPoolIsNotThere() {
        assertThat(server.call(
                                "AdminLinkProviderForUser",
                                "{\"UserPoolId\":\"us-east-1_no\",\"DestinationUser\":" + provided("Cognito", "jane")
                                        + ",\"SourceUser\":" + provided("Google", "42") + "}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_no does not exist.");
    }
}
