package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AdminUpdateUserAttributes, by the clauses of lifecycle F6, C3, C4 and B3. */
class AdminUpdateUserAttributesTest {
    private static final String ALIAS = "\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]";
    private static final String JANE = "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply update(TestPool pool, String username, String... namesAndValues) {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            attributes
                    .append(i == 0 ? "" : ",")
                    .append(UpdateUserAttributesTest.attribute(namesAndValues[i], namesAndValues[i + 1]));
        }
        return pool.adminCall(
                "AdminUpdateUserAttributes",
                "\"Username\":\"" + username + "\",\"UserAttributes\":[" + attributes + "]");
    }

    private static String attribute(String name, String value) {
        return UpdateUserAttributesTest.attribute(name, value);
    }

    /** Clause F6.t1. */
    @Test
    void alsoWhatUsersCannotWriteIsWritten() {
        TestPool pool = server.pool("""
                "Schema":[{"Name":"score","AttributeDataType":"Number","DeveloperOnlyAttribute":true,"Mutable":true}]""");
        pool.confirmed("jane", JANE);

        assertThat(update(pool, "jane", "dev:custom:score", "7", "email_verified", "True")
                        .body())
                .isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body())
                .contains(attribute("dev:custom:score", "7"), attribute("email_verified", "true"));
    }

    /** Clauses C3.4, F6.t2. */
    @Test
    void theIdAndImmutableAttributesStay() {
        TestPool pool =
                server.pool("\"Schema\":[{\"Name\":\"email\",\"AttributeDataType\":\"String\",\"Mutable\":false}]");
        pool.confirmed("jane", JANE);

        assertThat(update(pool, "jane", "sub", "x").outcome())
                .isEqualTo("InvalidParameterException: user.sub: Attribute cannot be updated.\\n");
        assertThat(update(pool, "jane", "email", "new@example.org").outcome())
                .isEqualTo("InvalidParameterException: user.email: Attribute cannot be updated.\\n");
    }

    /** Clause C3.7. */
    @ParameterizedTest
    @CsvSource({
        "email_verified, Email is required to verify/un-verify an email",
        "phone_number_verified, Phone Number is required to verify/un-verify a phone number"
    })
    void aFlagNeedsItsAddress(String flag, String text) {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(update(pool, "jane", flag, "true").outcome()).isEqualTo("InvalidParameterException: " + text);
        assertThat(update(pool, "jane", flag, "true", "email", "a@example.com", "phone_number", "+12065550100")
                        .body())
                .isEqualTo("{}");
    }

    /** Clause F6.t4. */
    @Test
    void anotherAddressIsUnverifiedAndGetsACodeWhereThePoolVerifies() {
        TestPool pool = server.poolVerifyingEmail();
        UpdateUserAttributesTest.verifiedJane(pool);

        assertThat(update(pool, "jane", "email", "new@example.org").body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body())
                .contains(attribute("email", "new@example.org"), attribute("email_verified", "false"));
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().destination())
                .isEqualTo("new@example.org");
    }

    /** Clause F6.t4. */
    @Test
    void anAddressThatIsDeclaredVerifiedGetsNoCode() {
        TestPool pool = server.poolVerifyingEmail();
        UpdateUserAttributesTest.verifiedJane(pool);

        update(pool, "jane", "email", "new@example.org", "email_verified", "true");

        assertThat(pool.adminGetUser("jane").body()).contains(attribute("email_verified", "true"));
        assertThat(pool.codes("jane")).hasSize(1);
    }

    /** Clause F6.t3. */
    @Test
    void whereAddressesWaitOnlyADeclaredOneIsAppliedAtOnce() {
        TestPool pool = server.pool(VerifyUserAttributeTest.WAITING);
        UpdateUserAttributesTest.verifiedJane(pool);

        update(pool, "jane", "email", "new@example.org", "email_verified", "false");
        assertThat(pool.adminGetUser("jane").body())
                .contains(attribute("email", "jane@example.com"), attribute("email_verified", "true"));
        assertThat(pool.codes("jane")).hasSize(2);

        update(pool, "jane", "email", "new@example.org", "email_verified", "true");
        assertThat(pool.adminGetUser("jane").body())
                .contains(attribute("email", "new@example.org"), attribute("email_verified", "true"));
        assertThat(pool.codes("jane")).hasSize(2);
    }

    /** Clauses C4.t2, F6.t5. B3: the former owner keeps the value, unverified, and cannot be found by it. */
    @Test
    void aVerifiedAliasMovesHereFromAnotherUser() {
        TestPool pool = server.pool(ALIAS);
        UpdateUserAttributesTest.verifiedJane(pool);
        pool.confirmed("john", "[]");

        assertThat(update(pool, "john", "email", "jane@example.com").body()).isEqualTo("{}");
        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("jane");
        assertThat(update(pool, "john", "email_verified", "true").body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("john");
        assertThat(pool.adminGetUser("jane").body())
                .contains(attribute("email", "jane@example.com"), attribute("email_verified", "false"));
    }

    /** Clause F6.t5. */
    @Test
    void anAliasThatIsDeclaredUnverifiedFindsNobody() {
        TestPool pool = server.pool(ALIAS);
        UpdateUserAttributesTest.verifiedJane(pool);

        update(pool, "jane", "email_verified", "false");

        assertThat(pool.adminGetUser("jane@example.com").fault()).isEqualTo("UserNotFoundException");
        update(pool, "jane", "email_verified", "true");
        assertThat(pool.adminGetUser("jane@example.com").status()).isEqualTo(200);
    }

    /** Clause F6.t6. */
    @Test
    void aSignInNameOfAnotherUserIsRefusedVerifiedOrNot() {
        TestPool pool = server.pool("\"UsernameAttributes\":[\"email\"]");
        pool.confirmed("jane@example.com", "[]");
        pool.confirmed("john@example.com", "[]");

        assertThat(update(pool, "john@example.com", "email", "jane@example.com", "email_verified", "true")
                        .outcome())
                .isEqualTo("AliasExistsException: An account with the given email already exists.");
    }

    /** B3: a preferred username is for confirmed users, and is taken from nobody. */
    @Test
    void aPreferredUsernameIsForConfirmedUsers() {
        TestPool pool = server.pool("\"AliasAttributes\":[\"preferred_username\"]");
        pool.signUpWith("jane", "[]");
        pool.confirmed("john", "[]");

        assertThat(update(pool, "jane", "preferred_username", "jj").outcome())
                .isEqualTo("InvalidParameterException: Preferred username cannot be provided for unconfirmed account, "
                        + "since user pool is configured for preferred username alias.");
        pool.admin("AdminConfirmSignUp", "jane");
        assertThat(update(pool, "jane", "preferred_username", "jj").body()).isEqualTo("{}");
        assertThat(update(pool, "john", "preferred_username", "jj").outcome())
                .isEqualTo("AliasExistsException: An account with the given preferred_username already exists.");
    }

    /** A code of the sign-up proves the address that it was sent to and no other. */
    @Test
    void theSignUpCodeForAnAddressThatWasReplacedConfirmsNothing() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUpWith("jane", JANE);
        String code = pool.code("jane");

        update(pool, "jane", "email", "victim@example.org");

        assertThat(pool.confirm("jane", code).fault()).isEqualTo("ExpiredCodeException");
    }

    @Test
    void anAddressThatNothingReachesIsAParameterThatCannotBeUsed() {
        TestPool pool = server.poolVerifyingEmail();
        UpdateUserAttributesTest.verifiedJane(pool);

        assertThat(update(pool, "jane", "email", "jane@.example").outcome())
                .isEqualTo("InvalidParameterException: Invalid email provided/Unable to send the email");
    }

    /** The daily limit of the default sender is no fault that this operation models. */
    @Test
    void whereNoEmailIsLeftForTodayTheClientIsToldToTryAgain() {
        try (TestServer poor = TestServer.start(TestRules.dailyEmails(1))) {
            TestPool pool = poor.poolVerifyingEmail();
            pool.signUpWith("jane", JANE);

            assertThat(update(pool, "jane", "email", "new@example.org").fault()).isEqualTo("TooManyRequestsException");
            assertThat(pool.adminGetUser("jane").body()).contains("jane@example.com");
        }
    }

    /** Clauses D3.4, I2.t4, I4.6. I2: the event of an administrator's request names no client. */
    @Test
    void theFunctionIsAskedWithoutAClient() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.confirmed("jane", "[]");
        server.function().reset();

        update(pool, "jane", "email", "jane@example.com");

        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains(
                        "\"triggerSource\":\"CustomMessage_UpdateUserAttribute\"",
                        "\"clientId\":\"CLIENT_ID_NOT_APPLICABLE\"");
    }

    @Test
    void nobodyHasAttributes() {
        assertThat(update(server.pool(""), "nobody", "name", "x").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void whatChangesWhileTheFunctionIsAskedStays() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        UpdateUserAttributesTest.verifiedJane(pool);
        server.function().answers(event -> {
            pool.adminSetPassword("jane", "An0ther-Horse!", true);
            pool.admin("AdminDisableUser", "jane");
            return new TestFunction.Answer(200, event);
        });

        assertThat(update(pool, "jane", "email", "new@example.org").body()).isEqualTo("{}");

        server.function().reset();
        assertThat(pool.user("jane").enabled()).isFalse();
        assertThat(pool.hasPassword("jane", "An0ther-Horse!")).isTrue();
        assertThat(pool.user("jane").attribute("email")).isEqualTo("new@example.org");
    }
}
