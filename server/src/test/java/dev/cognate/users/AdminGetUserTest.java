package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.UserStatus;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** AdminGetUser, clause by clause of lifecycle F5 and A7, over the wire. */
class AdminGetUserTest {
    private static final String NO_USER = "UserNotFoundException: User does not exist.";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clauses A1.t7, F5.t1, F5.t2. */
    @Test
    void theUserIsShownWithAllAttributesTheSubFirst() {
        TestPool pool = server.pool("""
                "Schema":[{"Name":"score","AttributeDataType":"Number","DeveloperOnlyAttribute":true}]""");
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");
        pool.change(
                "jane",
                user -> user.withAttribute(
                        "dev:custom:score", "7", user.modified().plusMillis(1500)));

        assertThat(pool.adminGetUser("jane").body()).isEqualTo("""
                {"Enabled":true,"UserAttributes":[{"Name":"sub","Value":"%s"},\
                {"Name":"email","Value":"jane@example.com"},{"Name":"dev:custom:score","Value":"7"}],\
                "UserCreateDate":1772366400,"UserLastModifiedDate":1772366401.5,\
                "UserStatus":"UNCONFIRMED","Username":"jane"}""".formatted(sub));
    }

    /** Clause B1.t1. */
    @ParameterizedTest
    @EnumSource
    void everyStatusIsShown(UserStatus status) {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");
        pool.change("jane", user -> user.withStatus(status, user.modified()));

        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo(status.name());
    }

    /** Clause A7.t3. The name is the provider's and the subject's; what needs a password of the pool is refused by status. */
    @Test
    void aUserOfAProviderIsFoundByTheFullName() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("Google_1234", "jane@example.com");
        pool.change("Google_1234", user -> user.withStatus(UserStatus.EXTERNAL_PROVIDER, user.modified()));

        assertThat(pool.adminGetUser("Google_1234").member("Username")).isEqualTo("Google_1234");
        assertThat(pool.adminGetUser("1234").outcome()).isEqualTo(NO_USER);
        assertThat(pool.forgot("Google_1234").outcome())
                .isEqualTo("NotAuthorizedException: User password cannot be reset in the current state.");
        assertThat(pool.confirm("Google_1234", pool.code("Google_1234")).outcome())
                .isEqualTo("NotAuthorizedException: User cannot be confirmed. Current status is EXTERNAL_PROVIDER");
        assertThat(pool.resend("Google_1234").outcome())
                .isEqualTo("InvalidParameterException: User is already confirmed.");
    }

    /** Clause B1.t1. */
    @Test
    void aDisabledUserIsShownAsSuch() {
        TestPool pool = server.pool("");
        pool.signUp("jane", "jane@example.com");
        pool.disable("jane");

        assertThat(pool.adminGetUser("jane").body()).startsWith("{\"Enabled\":false,");
    }

    /** Clause A7.1. */
    @Test
    void theSubFindsTheUserToo() {
        TestPool pool = server.pool("");
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");

        assertThat(pool.adminGetUser(sub).member("Username")).isEqualTo("jane");
    }

    /** Clause A7.1. */
    @Test
    void anAddressThatIsNoNameFindsNobody() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.adminGetUser("jane@example.com").outcome()).isEqualTo(NO_USER);
    }

    /** Clauses A4.1.1, A4.3.2, F.t1. */
    @Test
    void unknownUsersAndPoolsAreNamedAsUnknown() {
        TestPool pool = server.pool("");
        TestPool other = server.pool("");
        other.signUp("jane", "jane@example.com");

        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
        assertThat(server.call("AdminGetUser", "{\"UserPoolId\":\"us-east-1_unknown\",\"Username\":\"jane\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_unknown does not exist.");
    }

    /** Clause F.t1. Clause F: an administrator is not concealed from. */
    @Test
    void whatAClientConcealsAnAdministratorIsTold() {
        assertThat(server.pool("").concealing().adminGetUser("nobody").outcome())
                .isEqualTo(NO_USER);
    }
}
