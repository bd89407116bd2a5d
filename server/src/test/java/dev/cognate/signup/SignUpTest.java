package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.SecretHash;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * SignUp, step by step of lifecycle E1, over the wire; names are in
 * {@link SignUpNamesTest}, attributes in {@link SignUpAttributesTest}, functions in {@link SignUpFunctionsTest}.
 */
class SignUpTest {
    private static final String TAKEN = "UsernameExistsException: User already exists";
    private static final String NO_USER = "UserNotFoundException: User does not exist.";
    private static final String BOTH_ADDRESSES =
            "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"},{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]";
    private static final String SMS = "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void forgetEvents() {
        server.function().reset();
    }

    /** Clauses A1.t8, E1.t1. The recorded answer. */
    @Test
    void theAnswerTellsTheMaskedAddressAndTheSub() {
        Reply reply = server.poolVerifyingEmail().signUp("jane", "jane@example.com");

        assertThat(reply.body())
                .matches("\\{\"CodeDeliveryDetails\":\\{\"AttributeName\":\"email\",\"DeliveryMedium\":\"EMAIL\","
                        + "\"Destination\":\"j\\*\\*\\*@e\\*\\*\\*\"},\"UserConfirmed\":false,"
                        + "\"UserSub\":\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"}");
    }

    /** Clauses B2.1, C4.t5, E1.s7. */
    @Test
    void aNewUserIsUnconfirmedEnabledAndUnverified() {
        TestPool pool = server.poolVerifyingEmail();
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");
        String created = "1772366400";

        assertThat(pool.adminGetUser("jane").body()).isEqualTo("""
                {"Enabled":true,"UserAttributes":[{"Name":"sub","Value":"%s"},\
                {"Name":"email_verified","Value":"false"},{"Name":"email","Value":"jane@example.com"}],\
                "UserCreateDate":%s,"UserLastModifiedDate":%s,"UserStatus":"UNCONFIRMED","Username":"jane"}""".formatted(sub, created, created));
    }

    /** Clauses D3.1, E1.s8. */
    @Test
    void theFirstCodeIsSentWithTheWordsOfThePool() {
        TestPool pool = server.pool("""
                "AutoVerifiedAttributes":["email"],"EmailVerificationSubject":"Welcome",
                "EmailVerificationMessage":"Your code: {####}!\"""");
        pool.signUp("jane", "jane@example.com");

        assertThat(server.inbox(pool.id(), "jane")).singleElement().satisfies(each -> {
            assertThat(each.message().triggerSource()).isEqualTo("CustomMessage_SignUp");
            assertThat(each.message().destination()).isEqualTo("jane@example.com");
            assertThat(each.message().subject()).isEqualTo("Welcome");
            assertThat(each.message().body()).matches("Your code: \\d{6}!");
        });
    }

    /** Clauses D1.6, D3.1. A sign-up may be confirmed by a link. */
    @Test
    void inAPoolThatConfirmsByLinkTheFirstMessageHoldsALink() {
        TestPool pool = server.pool("""
                "AutoVerifiedAttributes":["email"],
                "VerificationMessageTemplate":{"DefaultEmailOption":"CONFIRM_WITH_LINK"}""");
        pool.signUp("jane", "jane@example.com");

        assertThat(server.inbox(pool.id(), "jane").getFirst().message().subject())
                .isEqualTo("Your verification link");
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().link())
                .isEqualTo(server.url() + "/confirmUser?client_id=" + pool.client()
                        + "&user_name=jane&confirmation_code=" + pool.code("jane"));
    }

    /** Clauses A10.s3, E1.3. */
    @Test
    void aPoolThatVerifiesNothingSendsNothing() {
        TestPool pool = server.pool("");

        assertThat(pool.signUp("jane", "jane@example.com").body())
                .matches("\\{\"UserConfirmed\":false,\"UserSub\":\"[0-9a-f-]{36}\"}");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("email_verified");
    }

    /** Clauses A10.s1, E1.4. */
    @Test
    void aUserWithoutTheVerifiedAttributeIsSentNothing() {
        TestPool pool = server.poolVerifyingEmail();

        assertThat(pool.signUpWith("jane", "[{\"Name\":\"name\",\"Value\":\"Jane\"}]")
                        .body())
                .matches("\\{\"UserConfirmed\":false,\"UserSub\":\"[0-9a-f-]{36}\"}");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("email_verified");
    }

    /** Clauses A10.s2, E1.5, K.8. */
    @Test
    void ofTwoVerifiedAddressesOnlyThePhoneReceivesACode() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\",\"phone_number\"]," + SMS);

        Reply reply = pool.signUpWith("jane", BOTH_ADDRESSES);

        assertThat(reply.body())
                .startsWith("{\"CodeDeliveryDetails\":{\"AttributeName\":\"phone_number\",\"DeliveryMedium\":\"SMS\","
                        + "\"Destination\":\"+*******0100\"},\"UserConfirmed\":false,");
        assertThat(server.inbox(pool.id(), "jane"))
                .singleElement()
                .satisfies(each -> assertThat(each.message().destination()).isEqualTo("+12065550100"));
        assertThat(pool.adminGetUser("jane").body())
                .contains("{\"Name\":\"email_verified\",\"Value\":\"false\"}")
                .contains("{\"Name\":\"phone_number_verified\",\"Value\":\"false\"}");
    }

    /** Clauses A2.s2, E1.6. */
    @Test
    void anUnknownClientIsNamed() {
        Reply reply = server.call("SignUp", """
                {"ClientId":"unknown","Username":"jane","Password":"Corr3ct-Horse!"}""");

        assertThat(reply.outcome()).isEqualTo("ResourceNotFoundException: User pool client unknown does not exist.");
    }

    /**
     * Clauses A2.s2, A2.s4, A2.s6, A4.2.5, E1.s1, E1.s2, E1.s3, E1.s4, E1.s5. Every request breaks one rule and all
     * that are checked after it.
     */
    @Test
    void theChecksStandInTheOrderOfTheReference() {
        TestPool pool = server.pool("""
                "AliasAttributes":["email"],"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true},%s""".formatted(TestFunction.as("PreSignUp")));
        TestPool through =
                pool.through(pool.newClient("\"GenerateSecret\":true,\"WriteAttributes\":[\"email\",\"name\"]")
                        .member("ClientId"));

        String form = "\"Username\":\"me@example.com\",\"Password\":\"weak\"";
        assertThat(server.call("SignUp", "{\"ClientId\":\"unknown\",\"Username\":\"\",\"Password\":\"weak\"}")
                        .outcome())
                .as("shape")
                .startsWith("InvalidParameterException: 2 validation errors detected: Value at 'username'");
        assertThat(server.call("SignUp", "{\"ClientId\":\"unknown\"," + form + "}")
                        .fault())
                .as("client")
                .isEqualTo("ResourceNotFoundException");
        assertThat(through.call("SignUp", form).outcome())
                .as("secret hash")
                .isEqualTo("NotAuthorizedException: Client " + through.client()
                        + " is configured with secret but SECRET_HASH was not received");
        assertThat(pool.call("SignUp", form).outcome())
                .as("self sign-up")
                .isEqualTo("NotAuthorizedException: SignUp is not permitted for this user pool");

        pool.adminCall("UpdateUserPool", TestFunction.as("PreSignUp"));
        TestPool writing = pool.through(
                pool.newClient("\"WriteAttributes\":[\"email\",\"name\"]").member("ClientId"));
        String attributes =
                "\"UserAttributes\":[{\"Name\":\"%s\",\"Value\":\"x\"},{\"Name\":\"custom:no\",\"Value\":\"x\"},"
                        + "{\"Name\":\"email\",\"Value\":\"bad\"}]";
        assertThat(writing.call("SignUp", form + "," + attributes.formatted("nickname"))
                        .outcome())
                .as("form of the username")
                .isEqualTo(
                        "InvalidParameterException: Username cannot be of email format, since user pool is configured"
                                + " for email alias.");
        assertThat(writing.call(
                                "SignUp",
                                "\"Username\":\"jane\",\"Password\":\"weak\"," + attributes.formatted("nickname"))
                        .outcome())
                .as("password policy")
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: Password not long enough");
        String strong = "\"Username\":\"jane\",\"Password\":\"" + TestPool.PASSWORD + "\",";
        assertThat(writing.call("SignUp", strong + attributes.formatted("nickname"))
                        .outcome())
                .as("permission of the client")
                .isEqualTo("NotAuthorizedException: A client attempted to write unauthorized attribute");
        assertThat(writing.call("SignUp", strong + attributes.formatted("name")).outcome())
                .as("schema")
                .isEqualTo("InvalidParameterException: Attributes did not conform to the schema: custom:no: "
                        + "Attribute does not exist in the schema.\\n");
        writing.signUp("jane", "jane@example.com");
        int asked = server.function().events().size();
        assertThat(writing.signUp("jane", "bad").outcome())
                .as("formats")
                .isEqualTo("InvalidParameterException: Invalid email address format.");
        assertThat(writing.signUp("jane", "jane@example.com").outcome())
                .as("existence")
                .isEqualTo(TAKEN);
        assertThat(server.function().events())
                .as("the function is asked last")
                .hasSize(asked)
                .hasSize(1);
    }

    /** Clauses A5.1, A5.2. */
    @Test
    void aClientWithASecretProvesItWithEverySignUp() {
        TestPool pool = server.poolVerifyingEmail();
        Reply made = pool.newClient("\"GenerateSecret\":true");
        TestPool secret = pool.through(made.member("ClientId"));
        String form = "\"Username\":\"jane\",\"Password\":\"" + TestPool.PASSWORD + "\",\"SecretHash\":\"%s\"";
        String hash = SecretHash.of(made.member("ClientSecret"), "jane", secret.client());

        assertThat(secret.call("SignUp", form.formatted("bm90IHRoZSBoYXNo")).outcome())
                .isEqualTo("NotAuthorizedException: Unable to verify secret hash for client " + secret.client());
        assertThat(pool.call("SignUp", form.formatted(hash)).outcome())
                .isEqualTo("NotAuthorizedException: Client " + pool.client()
                        + " is not configured for secret but secret was received");
        assertThat(secret.call("SignUp", form.formatted(hash)).status()).isEqualTo(200);
    }

    /** Clauses A3.t12, A4.8, C5.1, C5.2, C5.3, C5.4, C5.5, C5.6, C5.t3. Of all reasons the first, in this order. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a        | Password not long enough
            Short1!  | Password not long enough
            ALLUPPER | Password must have lowercase characters
            alllower | Password must have uppercase characters
            Mixedcas | Password must have numeric characters
            Mixed123 | Password must have symbol characters
            ÄÖÜäöü12 | Password must have lowercase characters
            """)
    void aWeakPasswordIsRefusedWithTheFirstReason(String password, String reason) {
        TestPool pool = server.pool("");

        assertThat(pool.call("SignUp", "\"Username\":\"jane\",\"Password\":\"" + password + "\"")
                        .outcome())
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: " + reason);
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
    }

    /** Clauses A2.s1, A3.t1, A3.t3, A3.t7. The shape is checked before the policy. */
    @Test
    void aPasswordOfMoreThan256CharactersBreaksTheShape() {
        Reply reply =
                server.pool("").call("SignUp", "\"Username\":\"jane\",\"Password\":\"" + "Aa1!".repeat(64) + "x\"");

        assertThat(reply.outcome())
                .isEqualTo(
                        "InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy"
                                + " constraint: Member must have length less than or equal to 256");
    }

    /** Clause E1.s3. */
    @Test
    void aPasswordIsNeededWhereNoCodeIsAFirstFactor() {
        assertThat(server.pool("").call("SignUp", "\"Username\":\"jane\"").outcome())
                .isEqualTo("InvalidParameterException: Password is required for this user pool.");

        TestPool passwordless = server.pool("""
                "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP"]}}""");
        assertThat(passwordless.call("SignUp", "\"Username\":\"jane\"").status())
                .isEqualTo(200);
    }

    /** Clause E1.s9. Known at once that nothing can be sent. */
    @Test
    void whenTheMessageCannotBeSentTheUserExistsAllTheSame() {
        TestPool pool = server.poolVerifyingEmail();

        assertThat(pool.signUp("jane", "jane@.example.com").outcome())
                .isEqualTo("CodeDeliveryFailureException: Invalid email provided/Unable to send the email");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("UNCONFIRMED");
        assertThat(pool.signUp("jane", "jane@example.com").outcome()).isEqualTo(TAKEN);
    }

    /** Clause A7.t1. A username goes before a sub, so nobody may take another's sub for a username. */
    @Test
    void theSubOfAnotherUserIsNoUsername() {
        TestPool pool = server.poolVerifyingEmail();
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");

        assertThat(pool.signUp(sub, "mallory@example.com").outcome())
                .isEqualTo("UsernameExistsException: User already exists");
        assertThat(pool.adminGetUser(sub).member("Username")).isEqualTo("jane");
    }
}
