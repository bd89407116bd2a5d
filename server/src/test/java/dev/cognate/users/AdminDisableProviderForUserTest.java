package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminDisableProviderForUser, by the clauses of lifecycle F11. */
class AdminDisableProviderForUserTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply disable(TestPool pool, String provider, String value) {
        return pool.adminCall(
                "AdminDisableProviderForUser", "\"User\":" + AdminLinkProviderForUserTest.provided(provider, value));
    }

    /** Clause F11.t2. */
    @Test
    void aLinkedIdentityIsUnlinkedAndMayBeLinkedAgain() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        String jane = AdminLinkProviderForUserTest.provided("Cognito", "jane");
        AdminLinkProviderForUserTest.link(pool, jane, AdminLinkProviderForUserTest.provided("Google", "42"));
        AdminLinkProviderForUserTest.link(pool, jane, AdminLinkProviderForUserTest.provided("Facebook", "7"));

        assertThat(disable(pool, "Google", "42").body()).isEqualTo("{}");

        assertThat(pool.user("jane").attribute("identities"))
                .contains("Facebook")
                .doesNotContain("Google");
        disable(pool, "Facebook", "7");
        assertThat(pool.user("jane").attribute("identities")).isNull();
        assertThat(AdminLinkProviderForUserTest.link(pool, jane, AdminLinkProviderForUserTest.provided("Google", "42"))
                        .status())
                .isEqualTo(200);
    }

    /** Clause F11.t1. */
    @Test
    void aLocalUserHasNoPasswordAnyMore() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(disable(pool, "Cognito", "jane").body()).isEqualTo("{}");

        assertThat(pool.user("jane").password()).isNull();
    }

    @Test
    void whoIsNeitherLinkedNorThereIsNotFound() {
        TestPool pool = server.pool("");

        assertThat(disable(pool, "Google", "42").outcome()).isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(disable(pool, "Cognito", "nobody").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** What is linked to a deleted user is free. */
    @Test
    void theIdentitiesOfADeletedUserAreFree() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        pool.confirmed("john", "[]");
        String google = AdminLinkProviderForUserTest.provided("Google", "42");
        AdminLinkProviderForUserTest.link(pool, AdminLinkProviderForUserTest.provided("Cognito", "jane"), google);
        pool.admin("AdminDeleteUser", "jane");

        assertThat(AdminLinkProviderForUserTest.link(
                                pool, AdminLinkProviderForUserTest.provided("Cognito", "john"), google)
                        .status())
                .isEqualTo(200);
    }
}
