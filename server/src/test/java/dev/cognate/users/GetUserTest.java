package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GetUser, by the clauses of lifecycle E11. What tokens it takes: {@link dev.cognate.tokens}. */
class GetUserTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clauses E11.t1, E11.t2. */
    @Test
    void usersSeeTheirUsernameAndAttributesTheSubFirst() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");

        assertThat(pool.callAs(pool.accessToken("jane"), "GetUser", "").body())
                .isEqualTo("""
                {"UserAttributes":[{"Name":"sub","Value":"%s"},{"Name":"email","Value":"jane@example.com"}],\
                "Username":"jane"}""".formatted(pool.user("jane").sub()));
    }

    /** Clauses A6.t1, E11.t2. The client's ReadAttributes decide, but not about sub. */
    @Test
    void whatTheClientMayNotReadIsNotShown() {
        TestPool pool = server.pool("");
        pool.confirmed(
                "jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"},{\"Name\":\"name\",\"Value\":\"Jane\"}]");
        TestPool narrow =
                pool.through(pool.newClient("\"ReadAttributes\":[\"name\"]").member("ClientId"));

        assertThat(narrow.callAs(narrow.accessToken("jane"), "GetUser", "").body())
                .contains("\"sub\"", "Jane")
                .doesNotContain("jane@example.com");
    }

    @Test
    void whatOnlyDevelopersSeeIsNotShown() {
        TestPool pool = server.pool("""
                "Schema":[{"Name":"score","AttributeDataType":"Number","DeveloperOnlyAttribute":true}]""");
        pool.confirmed("jane", "[]");
        pool.change("jane", user -> user.withAttribute("dev:custom:score", "7", user.modified()));

        assertThat(pool.callAs(pool.accessToken("jane"), "GetUser", "").body()).doesNotContain("score");
    }

    /** Clause E11.t3. An EXTERNAL_PROVIDER or linked user's identities are in no client's list. */
    @Test
    void identitiesAreShown() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        pool.change("jane", user -> user.withAttribute("identities", "[]", user.modified()));

        assertThat(pool.callAs(pool.accessToken("jane"), "GetUser", "").body())
                .contains("{\"Name\":\"identities\",\"Value\":\"[]\"}");
    }

    @Test
    void whereAddressesAreSignInNamesTheUsernameIsTheSub() {
        TestPool pool = server.pool("\"UsernameAttributes\":[\"email\"]");
        pool.confirmed("jane@example.com", "[]");

        var reply = pool.callAs(pool.accessToken("jane@example.com"), "GetUser", "");

        assertThat(reply.member("Username"))
                .isEqualTo(pool.user("jane@example.com").sub().value());
    }
}
