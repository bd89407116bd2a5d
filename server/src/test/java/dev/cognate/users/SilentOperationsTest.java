package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.Test;

/** Operations on users that no function of the pool learns of. Reference: lifecycle I4. */
class SilentOperationsTest {
    private static final String[] EVERY_FUNCTION = {
        "PreSignUp",
        "CustomMessage",
        "PostConfirmation",
        "PreAuthentication",
        "PostAuthentication",
        "PreTokenGeneration",
        "UserMigration"
    };

    /** Clause I4.13. An import is silent too: clause H.t9. */
    @Test
    void verifyingChangingDisablingLinkingAndDeletingAskNoFunction() {
        try (TestServer server = TestServer.start()) {
            TestPool pool = server.pool(TestFunction.as(EVERY_FUNCTION));
            pool.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
            String token = pool.accessToken("jane");
            pool.callAs(token, "GetUserAttributeVerificationCode", "\"AttributeName\":\"email\"");
            String code = pool.code("jane");
            server.function().reset();

            done(pool.callAs(token, "VerifyUserAttribute", "\"AttributeName\":\"email\",\"Code\":\"" + code + "\"")
                    .status());
            done(pool.callAs(token, "ChangePassword", """
                            "PreviousPassword":"%s","ProposedPassword":"An0ther-Horse!\"""".formatted(TestPool.PASSWORD))
                    .status());
            done(pool.adminSetPassword("jane", TestPool.PASSWORD, true).status());
            done(pool.adminCall("AdminLinkProviderForUser", """
                            "DestinationUser":{"ProviderName":"Cognito","ProviderAttributeValue":"jane"},
                            "SourceUser":{"ProviderName":"Google","ProviderAttributeName":"Cognito_Subject",
                            "ProviderAttributeValue":"1"}""").status());
            done(pool.callAs(token, "DeleteUserAttributes", "\"UserAttributeNames\":[\"email\"]")
                    .status());
            done(pool.admin("AdminDisableUser", "jane").status());
            done(pool.admin("AdminEnableUser", "jane").status());
            done(pool.admin("AdminDeleteUser", "jane").status());

            assertThat(server.function().events()).isEmpty();
        }
    }

    private static void done(int status) {
        assertThat(status).isEqualTo(200);
    }
}
