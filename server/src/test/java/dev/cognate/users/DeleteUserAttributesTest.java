package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DeleteUserAttributes, by the clauses of lifecycle E9. */
class DeleteUserAttributesTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply delete(TestPool pool, String token, String names) {
        return pool.callAs(token, "DeleteUserAttributes", "\"UserAttributeNames\":[" + names + "]");
    }

    /** Clause E9.t2. */
    @Test
    void anAddressGoesWithItsFlagAndAlias() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
        String token = UpdateUserAttributesTest.verifiedJane(pool);

        assertThat(delete(pool, token, "\"email\"").body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body()).doesNotContain("email");
        assertThat(pool.adminGetUser("jane@example.com").fault()).isEqualTo("UserNotFoundException");
    }

    @Test
    void anAddressThatWaitsGoesToo() {
        TestPool pool = server.pool(VerifyUserAttributeTest.WAITING);
        String token = UpdateUserAttributesTest.verifiedJane(pool);
        UpdateUserAttributesTest.update(pool, token, "email", "new@example.org");

        delete(pool, token, "\"email\"");

        assertThat(VerifyUserAttributeTest.verify(pool, token, "email", pool.code("jane"))
                        .fault())
                .isEqualTo("ExpiredCodeException");
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("email");
    }

    /** Clause E9.t3. */
    @Test
    void customAttributesAreNamedInFullAndWhatIsAbsentIsNoError() {
        TestPool pool =
                server.pool("\"Schema\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\",\"Mutable\":true}]");
        pool.confirmed("jane", "[{\"Name\":\"custom:team\",\"Value\":\"red\"}]");

        assertThat(delete(pool, pool.accessToken("jane"), "\"custom:team\",\"nickname\"")
                        .body())
                .isEqualTo("{}");
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("team");
    }

    /** Clauses C3.t2, E9.t1. */
    @ParameterizedTest
    @CsvSource({
        "sub, 'InvalidParameterException: user.sub: Attribute cannot be updated.\\n'",
        "foo, 'InvalidParameterException: Invalid user attributes: user.foo: Attribute does not exist in the schema.\\n'",
        "name, 'InvalidParameterException: Invalid user attributes: user.name: The attribute is required\\n'",
        "email_verified, 'NotAuthorizedException: A client attempted to write unauthorized attribute'"
    })
    void whatCannotGoStays(String name, String outcome) {
        TestPool pool = server.pool(
                "\"Schema\":[{\"Name\":\"name\",\"AttributeDataType\":\"String\",\"Required\":true,\"Mutable\":true}]");
        pool.confirmed("jane", "[{\"Name\":\"name\",\"Value\":\"Jane\"},{\"Name\":\"nickname\",\"Value\":\"J\"}]");

        assertThat(delete(pool, pool.accessToken("jane"), "\"nickname\",\"" + name + "\"")
                        .outcome())
                .isEqualTo(outcome);
        assertThat(pool.adminGetUser("jane").body()).contains("Jane", "nickname");
    }
}
