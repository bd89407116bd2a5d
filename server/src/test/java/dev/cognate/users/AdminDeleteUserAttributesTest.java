package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminDeleteUserAttributes, by the clauses of lifecycle F7. */
class AdminDeleteUserAttributesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply delete(TestPool pool, String username, String names) {
        return pool.adminCall(
                "AdminDeleteUserAttributes",
                "\"Username\":\"" + username + "\",\"UserAttributeNames\":[" + names + "]");
    }

    /** Clause F7.t1. */
    @Test
    void attributesGoThatUsersCannotWrite() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
        UpdateUserAttributesTest.verifiedJane(pool);

        assertThat(delete(pool, "jane", "\"email_verified\"").body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body())
                .contains("jane@example.com")
                .doesNotContain("email_verified");
        assertThat(pool.adminGetUser("jane@example.com").fault()).isEqualTo("UserNotFoundException");
    }

    /** Clause F7.t1. */
    @Test
    void theIdAndWhatIsUnknownAreRefused() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(delete(pool, "jane", "\"sub\"").outcome())
                .isEqualTo("InvalidParameterException: user.sub: Attribute cannot be updated.\\n");
        assertThat(delete(pool, "jane", "\"foo\"").outcome())
                .isEqualTo("InvalidParameterException: Invalid user attributes: user.foo: Attribute does not exist in "
                        + "the schema.\\n");
    }

    @Test
    void nobodyHasAttributes() {
        assertThat(delete(server.pool(""), "nobody", "\"name\"").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }
}
