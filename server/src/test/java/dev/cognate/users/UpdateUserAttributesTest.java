package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** UpdateUserAttributes, by the clauses of lifecycle E8, C3, C4 and B3. */
class UpdateUserAttributesTest {
    private static final String EMAIL = "\"AutoVerifiedAttributes\":[\"email\"]";
    private static final String ALIAS = EMAIL + ",\"AliasAttributes\":[\"email\",\"preferred_username\"]";
    private static final String JANE = "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]";
    private static final String TAKEN = "AliasExistsException: An account with the given email already exists.";
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

    static Reply update(TestPool pool, String token, String name, String value) {
        return pool.callAs(token, "UpdateUserAttributes", "\"UserAttributes\":[" + attribute(name, value) + "]");
    }

    static String attribute(String name, String value) {
        return "{\"Name\":\"" + name + "\",\"Value\":\"" + value + "\"}";
    }

    /** Jane with a verified address. */
    static String verifiedJane(TestPool pool) {
        pool.signUpWith("jane", JANE);
        pool.confirm("jane", pool.code("jane"));
        return pool.accessToken("jane");
    }

    private static String shown(TestPool pool) {
        return pool.adminGetUser("jane").body();
    }

    /** Clause E8.t3. */
    @Test
    void attributesAreSetAndNothingIsSent() {
        TestPool pool = server.poolVerifyingEmail();
        String token = verifiedJane(pool);

        assertThat(update(pool, token, "name", "Jane").body()).isEqualTo("{}");

        assertThat(shown(pool)).contains(attribute("name", "Jane"), attribute("email_verified", "true"));
        assertThat(pool.codes("jane")).hasSize(1);
    }

    /** Clauses C3.t1, E8.t2. */
    @Test
    void aBlankValueDeletes() {
        TestPool pool = server.poolVerifyingEmail();
        String token = verifiedJane(pool);
        update(pool, token, "name", "Jane");

        update(pool, token, "name", "");
        assertThat(shown(pool)).doesNotContain("\"name\"");
        pool.callAs(token, "UpdateUserAttributes", "\"UserAttributes\":[{\"Name\":\"email\"}]");
        assertThat(shown(pool)).doesNotContain("email");
    }

    /** Clauses C4.t2, E8.1. The attribute is verified by the pool. */
    @Test
    void anAddressThatThePoolVerifiesIsStoredUnverifiedAndGetsACode() {
        TestPool pool = server.poolVerifyingEmail();
        String token = verifiedJane(pool);

        assertThat(update(pool, token, "email", "new@example.org").body())
                .isEqualTo("{\"CodeDeliveryDetailsList\":[{\"AttributeName\":\"email\","
                        + "\"DeliveryMedium\":\"EMAIL\",\"Destination\":\"n***@e***\"}]}");

        assertThat(shown(pool)).contains(attribute("email", "new@example.org"), attribute("email_verified", "false"));
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().destination())
                .isEqualTo("new@example.org");
        assertThat(VerifyUserAttributeTest.verify(pool, token, "email", pool.code("jane"))
                        .body())
                .isEqualTo("{}");
        assertThat(shown(pool)).contains(attribute("email_verified", "true"));
    }

    /** Clause E8.2. The old value stays until the new one is verified. */
    @Test
    void anAddressThatHasToBeVerifiedFirstWaits() {
        TestPool pool = server.pool(VerifyUserAttributeTest.WAITING);
        String token = verifiedJane(pool);

        assertThat(update(pool, token, "email", "new@example.org").member("Destination"))
                .isEqualTo("n***@e***");

        assertThat(shown(pool)).contains(attribute("email", "jane@example.com"), attribute("email_verified", "true"));
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().destination())
                .isEqualTo("new@example.org");
    }

    /** Clause E8.3. Nothing is sent where the pool does not verify. */
    @Test
    void anAddressThatThePoolDoesNotVerifyIsStoredUnverified() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);

        assertThat(update(pool, pool.accessToken("jane"), "email", "new@example.org")
                        .body())
                .isEqualTo("{}");

        assertThat(shown(pool)).contains(attribute("email", "new@example.org"), attribute("email_verified", "false"));
    }

    /** Clause E8.4. */
    @Test
    void theSameAddressStaysVerifiedAndNothingIsSent() {
        TestPool pool = server.poolVerifyingEmail();
        String token = verifiedJane(pool);

        assertThat(update(pool, token, "email", "jane@example.com").body()).isEqualTo("{}");

        assertThat(shown(pool)).contains(attribute("email_verified", "true"));
        assertThat(pool.codes("jane")).hasSize(1);
    }

    /** Clause E8.t5. */
    @Test
    void twoAddressesGetAMessageEach() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\",\"phone_number\"],\"SmsConfiguration\":"
                + "{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}");
        pool.confirmed("jane", "[]");

        Reply reply = pool.callAs(
                pool.accessToken("jane"),
                "UpdateUserAttributes",
                "\"UserAttributes\":[" + attribute("email", "jane@example.com") + ","
                        + attribute("phone_number", "+12065550100") + "]");

        assertThat(reply.body()).contains("j***@e***", "+*******0100");
        assertThat(server.inbox(pool.id(), "jane"))
                .extracting(each -> each.message().destination())
                .containsExactlyInAnyOrder("jane@example.com", "+12065550100");
    }

    /** Clause E8.t1. */
    @Test
    void allOrNothingIsStored() {
        TestPool pool = server.poolVerifyingEmail();
        String token = verifiedJane(pool);

        Reply reply = pool.callAs(
                token,
                "UpdateUserAttributes",
                "\"UserAttributes\":[" + attribute("name", "Jane") + "," + attribute("custom:foo", "x") + "]");

        assertThat(reply.outcome())
                .isEqualTo("InvalidParameterException: Invalid user attributes: user.custom:foo: Attribute does not "
                        + "exist in the schema.\\n");
        assertThat(shown(pool)).doesNotContain("\"name\"");
    }

    /** Clauses A4.2.6, C3.6. C3: what users may not write. */
    @ParameterizedTest
    @ValueSource(strings = {"sub", "email_verified", "phone_number_verified", "dev:custom:score"})
    void whatUsersMayNotWriteIsRefused(String name) {
        TestPool pool = server.pool("""
                "Schema":[{"Name":"score","AttributeDataType":"Number","DeveloperOnlyAttribute":true}]""");
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");

        for (String value : new String[] {"true", ""}) {
            assertThat(update(pool, token, name, value).outcome())
                    .isEqualTo("NotAuthorizedException: A client attempted to write unauthorized attribute");
        }
    }

    /** Clauses A6.t1, C3.6. */
    @Test
    void whatTheClientMayNotWriteIsRefused() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");
        TestPool narrow =
                pool.through(pool.newClient("\"WriteAttributes\":[\"name\"]").member("ClientId"));
        String token = narrow.accessToken("jane");

        assertThat(update(pool, token, "nickname", "J").outcome())
                .isEqualTo("NotAuthorizedException: A client attempted to write unauthorized attribute");
        assertThat(update(pool, token, "name", "Jane").body()).isEqualTo("{}");
    }

    /** Clauses C3.4, C3.t2. C3: immutable and required ones. */
    @Test
    void whatIsImmutableStaysAndWhatIsRequiredIsNotDeleted() {
        TestPool pool = server.pool("""
                "Schema":[{"Name":"email","AttributeDataType":"String","Mutable":false},\
                {"Name":"name","AttributeDataType":"String","Required":true,"Mutable":true}]""");
        pool.confirmed("jane", "[" + attribute("email", "jane@example.com") + "," + attribute("name", "Jane") + "]");
        String token = pool.accessToken("jane");

        assertThat(update(pool, token, "email", "new@example.org").outcome())
                .isEqualTo("InvalidParameterException: user.email: Attribute cannot be updated.\\n");
        assertThat(update(pool, token, "email", "").outcome())
                .isEqualTo("InvalidParameterException: user.email: Attribute cannot be updated.\\n");
        assertThat(update(pool, token, "email", "jane@example.com").body()).isEqualTo("{}");
        assertThat(update(pool, token, "name", "").outcome())
                .isEqualTo(
                        "InvalidParameterException: Invalid user attributes: user.name: The attribute is required\\n");
    }

    /** Clause C3.3. */
    @ParameterizedTest
    @CsvSource({
        "email, nonsense, Invalid email address format.",
        "phone_number, 12065550100, Invalid phone number format.",
        "birthdate, 2000, Invalid user attributes: user.birthdate: String must not be shorter than 10 characters\\n"
    })
    void valuesThatDoNotFitAreRefused(String name, String value, String text) {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(update(pool, pool.accessToken("jane"), name, value).outcome())
                .isEqualTo("InvalidParameterException: " + text);
    }

    /** Clause E8.1. B3, row 1: neither the old nor the new value signs in until the new one is verified. */
    @Test
    void anAliasIsInactiveFromItsChangeToItsVerification() {
        TestPool pool = server.pool(ALIAS);
        String token = verifiedJane(pool);
        assertThat(pool.adminGetUser("jane@example.com").status()).isEqualTo(200);

        update(pool, token, "email", "new@example.org");
        assertThat(pool.adminGetUser("jane@example.com").outcome()).isEqualTo(NO_USER);
        assertThat(pool.adminGetUser("new@example.org").outcome()).isEqualTo(NO_USER);

        VerifyUserAttributeTest.verify(pool, token, "email", pool.code("jane"));
        assertThat(pool.adminGetUser("new@example.org").member("Username")).isEqualTo("jane");
        assertThat(pool.adminGetUser("jane@example.com").outcome()).isEqualTo(NO_USER);
    }

    /** Clauses A4.5.2, E8.t8. */
    @Test
    void anAliasOfAnotherUserIsRefused() {
        TestPool pool = server.pool(ALIAS);
        verifiedJane(pool);
        pool.confirmed("john", "[]");

        assertThat(update(pool, pool.accessToken("john"), "email", "jane@example.com")
                        .outcome())
                .isEqualTo(TAKEN);
        assertThat(pool.adminGetUser("john").body()).doesNotContain("email");
    }

    /** Clauses A7.2, B3.t10. */
    @Test
    void aPreferredUsernameOfAConfirmedUserIsAnAliasAtOnce() {
        TestPool pool = server.pool(ALIAS);
        String token = verifiedJane(pool);
        pool.confirmed("john", "[]");

        assertThat(update(pool, token, "preferred_username", "jj").body()).isEqualTo("{}");
        assertThat(pool.adminGetUser("jj").member("Username")).isEqualTo("jane");
        assertThat(update(pool, pool.accessToken("john"), "preferred_username", "jj")
                        .outcome())
                .isEqualTo("AliasExistsException: An account with the given preferred_username already exists.");

        update(pool, token, "preferred_username", "jay");
        assertThat(pool.adminGetUser("jj").outcome()).isEqualTo(NO_USER);
        update(pool, token, "preferred_username", "");
        assertThat(pool.adminGetUser("jay").outcome()).isEqualTo(NO_USER);
    }

    /** Whoever looks another user up by its id must not find the one who took that id for a name. */
    @Test
    void aPreferredUsernameIsNotAnotherUsersId() {
        TestPool pool = server.pool(ALIAS);
        String token = verifiedJane(pool);
        pool.confirmed("john", "[]");

        assertThat(update(
                                pool,
                                token,
                                "preferred_username",
                                pool.user("john").sub().value())
                        .fault())
                .isEqualTo("AliasExistsException");
    }

    /** B3: in a pool that does not tell cases apart. */
    @Test
    void anotherSpellingOfTheSameAliasIsTheUsersOwn() {
        TestPool pool = server.pool("\"UsernameConfiguration\":{\"CaseSensitive\":false}," + ALIAS);
        String token = verifiedJane(pool);
        update(pool, token, "preferred_username", "Jay");

        assertThat(update(pool, token, "preferred_username", "JAY").body()).isEqualTo("{}");
        assertThat(pool.adminGetUser("jay").member("Username")).isEqualTo("jane");
    }

    /** Clause E8.t6. The sign-in name changes with the attribute, at once; the UUID stays. */
    @Test
    void aSignInNameChangesWithItsAttribute() {
        TestPool pool = server.pool("\"UsernameAttributes\":[\"email\"]");
        pool.confirmed("jane@example.com", "[]");
        pool.confirmed("john@example.com", "[]");
        String token = pool.accessToken("jane@example.com");
        String sub = pool.user("jane@example.com").sub().value();

        assertThat(update(pool, token, "email", "john@example.com").outcome()).isEqualTo(TAKEN);
        assertThat(update(pool, token, "email", "new@example.org").body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("new@example.org").member("Username")).isEqualTo(sub);
        assertThat(pool.adminGetUser("jane@example.com").outcome()).isEqualTo(NO_USER);
        assertThat(pool.signUpWith("jane@example.com", "[]").status()).isEqualTo(200);
    }

    /** Clause E8.t8. */
    @Test
    void aSignInNameOfAnotherUserIsRefusedBeforeItWaits() {
        TestPool pool = server.pool("\"UsernameAttributes\":[\"email\"]," + VerifyUserAttributeTest.WAITING);
        pool.confirmed("jane@example.com", "[]");
        pool.confirmed("john@example.com", "[]");

        assertThat(update(pool, pool.accessToken("jane@example.com"), "email", "john@example.com")
                        .outcome())
                .isEqualTo(TAKEN);
    }

    /** A code proves the address that it was sent to and no other. */
    @Test
    void aCodeForAnAddressThatWasReplacedVerifiesNothing() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");
        GetUserAttributeVerificationCodeTest.ask(pool, token, "email");
        String code = pool.code("jane");

        update(pool, token, "email", "victim@example.org");

        assertThat(VerifyUserAttributeTest.verify(pool, token, "email", code).fault())
                .isEqualTo("ExpiredCodeException");
    }

    /** The same where the address that got the code only waited. */
    @Test
    void aCodeForAnAddressThatWaitsNoMoreVerifiesNothing() {
        TestPool pool = server.pool(VerifyUserAttributeTest.WAITING);
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");
        update(pool, token, "email", "new@example.org");
        String code = pool.code("jane");

        update(pool, token, "email", "jane@example.com");

        assertThat(VerifyUserAttributeTest.verify(pool, token, "email", code).fault())
                .isEqualTo("ExpiredCodeException");
        assertThat(shown(pool)).contains(attribute("email_verified", "false"));
    }

    /** Clauses D3.4, E8.t7, I4.6. I4, I7. */
    @Test
    void theFunctionWritesTheMessage() {
        TestPool pool = server.pool(EMAIL + "," + TestFunction.as("CustomMessage"));
        pool.confirmed("jane", "[]");
        server.function().reset();
        server.function().returns("{\"emailSubject\":\"Hello\",\"emailMessage\":\"Use {####}\"}");

        pool.callAs(
                pool.accessToken("jane"),
                "UpdateUserAttributes",
                "\"UserAttributes\":[" + attribute("email", "jane@example.com") + "],\"ClientMetadata\":{\"a\":\"b\"}");

        assertThat(server.inbox(pool.id(), "jane").getFirst().message().subject())
                .isEqualTo("Hello");
        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains(
                        "\"triggerSource\":\"CustomMessage_UpdateUserAttribute\"",
                        "\"clientMetadata\":{\"a\":\"b\"}",
                        "\"clientId\":\"" + pool.client() + "\"");
        server.function().reset();
    }

    @Test
    void aFunctionThatFailsChangesNothing() {
        TestPool pool = server.pool(EMAIL + "," + TestFunction.as("CustomMessage"));
        pool.confirmed("jane", "[]");
        server.function().fails("no");

        assertThat(update(pool, pool.accessToken("jane"), "email", "jane@example.com")
                        .outcome())
                .isEqualTo("UserLambdaValidationException: CustomMessage failed with error no.");
        assertThat(shown(pool)).doesNotContain("email");
        server.function().reset();
    }

    /** What the user was when the function was asked does not decide; what it is when the change is stored does. */
    @Test
    void aChangeMeanwhileIsNotOverwritten() {
        TestPool pool = server.pool(EMAIL + "," + TestFunction.as("CustomMessage"));
        pool.confirmed("jane", "[]");
        String token = pool.accessToken("jane");
        server.function().answers(event -> {
            update(pool, token, "name", "Jane");
            return new TestFunction.Answer(200, event);
        });

        assertThat(update(pool, token, "email", "jane@example.com").status()).isEqualTo(200);

        assertThat(shown(pool)).contains(attribute("name", "Jane"), attribute("email", "jane@example.com"));
        assertThat(pool.codes("jane")).hasSize(1);
        server.function().reset();
    }

    @Test
    void anAddressThatNothingReachesIsRefused() {
        TestPool pool = server.poolVerifyingEmail();
        String token = verifiedJane(pool);

        assertThat(update(pool, token, "email", "jane@.example").fault()).isEqualTo("CodeDeliveryFailureException");
        assertThat(shown(pool)).contains("jane@example.com");
    }
}
