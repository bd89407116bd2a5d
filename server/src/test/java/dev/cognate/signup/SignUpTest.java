package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Cognate;
import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.SecretHash;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SignUp, step by step of lifecycle E1, over the wire; what functions have to do with it is {@link SignUpFunctionsTest}. */
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

    /** The recorded answer. */
    @Test
    void theAnswerTellsTheMaskedAddressAndTheSub() {
        Reply reply = server.poolVerifyingEmail().signUp("jane", "jane@example.com");

        assertThat(reply.body())
                .matches("\\{\"CodeDeliveryDetails\":\\{\"AttributeName\":\"email\",\"DeliveryMedium\":\"EMAIL\","
                        + "\"Destination\":\"j\\*\\*\\*@e\\*\\*\\*\"},\"UserConfirmed\":false,"
                        + "\"UserSub\":\"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"}");
    }

    /** Step 7. */
    @Test
    void aNewUserIsUnconfirmedEnabledAndUnverified() {
        TestPool pool = server.poolVerifyingEmail();
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");
        String created = "1772366400";

        assertThat(pool.adminGetUser("jane").body()).isEqualTo("""
                {"Enabled":true,"UserAttributes":[{"Name":"sub","Value":"%s"},\
                {"Name":"email_verified","Value":"false"},{"Name":"email","Value":"jane@example.com"}],\
                "UserCreateDate":%s,"UserLastModifiedDate":%s,"UserStatus":"UNCONFIRMED","Username":"jane"}""".formatted(
                        sub, created, created));
    }

    /** Step 8. */
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

    /** Clause D3: a sign-up may be confirmed by a link. */
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

    @Test
    void aPoolThatVerifiesNothingSendsNothing() {
        TestPool pool = server.pool("");

        assertThat(pool.signUp("jane", "jane@example.com").body())
                .matches("\\{\"UserConfirmed\":false,\"UserSub\":\"[0-9a-f-]{36}\"}");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("email_verified");
    }

    @Test
    void aUserWithoutTheVerifiedAttributeIsSentNothing() {
        TestPool pool = server.poolVerifyingEmail();

        assertThat(pool.signUpWith("jane", "[{\"Name\":\"name\",\"Value\":\"Jane\"}]")
                        .body())
                .matches("\\{\"UserConfirmed\":false,\"UserSub\":\"[0-9a-f-]{36}\"}");
        assertThat(server.inbox(pool.id(), "jane")).isEmpty();
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("email_verified");
    }

    /** Clause A10. */
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

    @Test
    void anUnknownClientIsNamed() {
        Reply reply = server.call("SignUp", """
                {"ClientId":"unknown","Username":"jane","Password":"Corr3ct-Horse!"}""");

        assertThat(reply.outcome()).isEqualTo("ResourceNotFoundException: User pool client unknown does not exist.");
    }

    /** Every request breaks one rule and all that are checked after it. */
    @Test
    void theChecksStandInTheOrderOfTheReference() {
        TestPool pool = server.pool("""
                "AliasAttributes":["email"],"AdminCreateUserConfig":{"AllowAdminCreateUserOnly":true},%s""".formatted(
                        TestFunction.as("PreSignUp")));
        TestPool through = pool.through(pool.newClient("\"GenerateSecret\":true,\"WriteAttributes\":[\"email\",\"name\"]")
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
        String attributes = "\"UserAttributes\":[{\"Name\":\"%s\",\"Value\":\"x\"},{\"Name\":\"custom:no\",\"Value\":\"x\"},"
                + "{\"Name\":\"email\",\"Value\":\"bad\"}]";
        assertThat(writing.call("SignUp", form + "," + attributes.formatted("nickname")).outcome())
                .as("form of the username")
                .isEqualTo("InvalidParameterException: Username cannot be of email format, since user pool is configured"
                        + " for email alias.");
        assertThat(writing.call("SignUp", "\"Username\":\"jane\",\"Password\":\"weak\"," + attributes.formatted("nickname"))
                        .outcome())
                .as("password policy")
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: Password not long enough");
        String strong = "\"Username\":\"jane\",\"Password\":\"" + TestPool.PASSWORD + "\",";
        assertThat(writing.call("SignUp", strong + attributes.formatted("nickname")).outcome())
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

    /** Clause A5. */
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

    @Test
    void aTakenUsernameIsRefusedAndNothingIsOverwritten() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        String before = pool.adminGetUser("jane").body();

        assertThat(pool.signUp("jane", "other@example.com").outcome()).isEqualTo(TAKEN);
        assertThat(pool.adminGetUser("jane").body()).isEqualTo(before);
        assertThat(pool.codes("jane")).hasSize(1);

        pool.confirm("jane", pool.code("jane"));
        assertThat(pool.signUp("jane", "jane@example.com").outcome())
                .as("also of a confirmed user")
                .isEqualTo(TAKEN);
    }

    /** Clause A8. */
    @Test
    void aConcealingClientIsToldOfATakenUsernameAllTheSame() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.concealing().signUp("jane", "jane@example.com").outcome())
                .isEqualTo(TAKEN);
    }

    /** Clause B3. */
    @Test
    void whetherCaseTellsUsernamesApartIsThePoolsChoice() {
        TestPool exact = server.poolVerifyingEmail();
        exact.signUp("jane", "jane@example.com");
        assertThat(exact.signUp("Jane", "jane@example.com").status()).isEqualTo(200);

        TestPool folding = server.pool("\"UsernameConfiguration\":{\"CaseSensitive\":false}");
        folding.signUp("Jane", "jane@example.com");
        assertThat(folding.signUp("jANE", "jane@example.com").outcome()).isEqualTo(TAKEN);
        assertThat(folding.adminGetUser("JANE").member("Username"))
                .as("stored as typed")
                .isEqualTo("Jane");
    }

    /** Clause B3. */
    @Test
    void whereAnAddressIsTheSignInNameTheRealUsernameIsTheSub() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"UsernameAttributes\":[\"email\"]");

        String sub = pool.signUpWith("Jane@example.com", "[]").member("UserSub");

        assertThat(pool.adminGetUser("Jane@example.com").body())
                .contains("\"Username\":\"" + sub + "\"")
                .contains("{\"Name\":\"email_verified\",\"Value\":\"false\"},"
                        + "{\"Name\":\"email\",\"Value\":\"Jane@example.com\"}");
        assertThat(pool.codes(sub)).hasSize(1);
        assertThat(pool.signUpWith("Jane@example.com", "[]").outcome())
                .isEqualTo("UsernameExistsException: An account with the given email already exists.");
    }

    /** Clause B3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "email"                | jane         | Username should be an email.
            "email"                | +12065550100 | Username should be an email.
            "phone_number"         | a@example.com | Username should be a phone number.
            "phone_number"         | 12065550100  | Username should be a phone number.
            "email","phone_number" | jane         | Username should be either an email or a phone number.
            """, quoteCharacter = '`')
    void whereAnAddressIsTheSignInNameNothingElseIs(String allowed, String username, String text) {
        TestPool pool = server.pool("\"UsernameAttributes\":[" + allowed + "]");

        assertThat(pool.signUpWith(username, "[]").outcome()).isEqualTo("InvalidParameterException: " + text);
    }

    /** Clause A7: each address that may be the sign-in name finds the user, so each must be free. */
    @Test
    void whereBothAddressesAreSignInNamesNeitherBelongsToTwoUsers() {
        TestPool pool = server.pool("\"UsernameAttributes\":[\"email\",\"phone_number\"]");
        String sub = pool.signUpWith("jane@example.com", "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]")
                .member("UserSub");

        assertThat(pool.adminGetUser("+12065550100").member("Username")).isEqualTo(sub);
        assertThat(pool.signUpWith("+12065550100", "[]").outcome())
                .isEqualTo("UsernameExistsException: An account with the given phone_number already exists.");
        assertThat(pool.signUpWith("+12065550199", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]")
                        .outcome())
                .isEqualTo("UsernameExistsException: An account with the given email already exists.");
        assertThat(pool.adminGetUser("+12065550199").outcome())
                .as("nothing of the refused user is left")
                .isEqualTo(NO_USER);
    }

    /** Clause B3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email              | a@example.com | Username cannot be of email format, since user pool is configured for email alias.
            phone_number       | +12065550100  | Username cannot be of phone number format, since user pool is configured for phone number alias.
            """)
    void aUsernameThatLooksLikeAnAliasIsRefused(String alias, String username, String text) {
        TestPool pool = server.pool("\"AliasAttributes\":[\"" + alias + "\"]");

        assertThat(pool.signUpWith(username, "[]").outcome()).isEqualTo("InvalidParameterException: " + text);
        assertThat(pool.signUpWith("jane", "[]").status()).isEqualTo(200);
    }

    /** Clause B3. */
    @Test
    void aPreferredUsernameIsTooEarlyWhereItIsAnAlias() {
        String preferred = "[{\"Name\":\"preferred_username\",\"Value\":\"janie\"}]";

        assertThat(server.pool("\"AliasAttributes\":[\"preferred_username\"]")
                        .signUpWith("jane", preferred)
                        .outcome())
                .isEqualTo("InvalidParameterException: Preferred username cannot be provided for unconfirmed account, "
                        + "since user pool is configured for preferred username alias.");
        assertThat(server.pool("").signUpWith("jane", preferred).status()).isEqualTo(200);
    }

    @Test
    void twoUsersMaySignUpWithOneAddressBeforeItIsAnAliasOfEither() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");

        assertThat(pool.signUp("jane", "jane@example.com").status()).isEqualTo(200);
        assertThat(pool.signUp("john", "jane@example.com").status()).isEqualTo(200);
        assertThat(pool.codes("john")).hasSize(1);
    }

    @Test
    void twoUsersMayShareAnAddressThatIsNoName() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        pool.signUp("john", "jane@example.com");
        assertThat(pool.confirm("john", pool.code("john")).outcome()).isEqualTo("{}");
    }

    /** Clause C3. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            custom:x       | 1     | Attribute does not exist in the schema.
            custom:short   | abcd  | String must not be longer than 3 characters
            custom:short   | a     | String must not be shorter than 2 characters
            custom:level   | 11    | Number must not be greater than 10
            custom:level   | -1    | Number must not be less than 0
            custom:level   | many  | Number must be a number
            custom:agreed  | maybe | Boolean must be true or false
            birthdate      | 1970  | String must not be shorter than 10 characters
            updated_at     | -1    | Number must not be less than 0
            """)
    void anAttributeThatDoesNotFitTheSchemaIsNamed(String name, String value, String violation) {
        TestPool pool = server.pool("""
                "Schema":[
                {"Name":"short","AttributeDataType":"String","StringAttributeConstraints":{"MinLength":"2","MaxLength":"3"}},
                {"Name":"level","AttributeDataType":"Number","NumberAttributeConstraints":{"MinValue":"0","MaxValue":"10"}},
                {"Name":"agreed","AttributeDataType":"Boolean"}]""");

        assertThat(pool.signUpWith("jane", "[{\"Name\":\"%s\",\"Value\":\"%s\"}]".formatted(name, value))
                        .outcome())
                .isEqualTo("InvalidParameterException: Attributes did not conform to the schema: " + name + ": "
                        + violation + "\\n");
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
    }

    /** Clause C3: one line for each violation. */
    @Test
    void allViolationsOfTheSchemaAreNamedTogether() {
        TestPool pool = server.pool(
                "\"Schema\":[{\"Name\":\"email\",\"Required\":true},{\"Name\":\"name\",\"Required\":true}]");

        assertThat(pool.signUpWith("jane", "[{\"Name\":\"custom:x\",\"Value\":\"1\"},{\"Name\":\"name\",\"Value\":\"\"}]")
                        .outcome())
                .isEqualTo("InvalidParameterException: Attributes did not conform to the schema: "
                        + "custom:x: Attribute does not exist in the schema.\\n"
                        + "name: The attribute is required\\nemail: The attribute is required\\n");
    }

    @Test
    void valuesThatFitTheSchemaAreStoredAsTheyWereSent() {
        TestPool pool = server.pool("""
                "Schema":[{"Name":"level","AttributeDataType":"Number"},{"Name":"agreed","AttributeDataType":"Boolean"},
                {"Name":"since","AttributeDataType":"DateTime"}]""");

        pool.signUpWith("jane", """
                [{"Name":"custom:level","Value":"1.50"},{"Name":"custom:agreed","Value":"True"},
                {"Name":"custom:since","Value":"2026-03-01"},{"Name":"given_name","Value":"Zo\\u00eb \\ud83d\\ude42"}]""");

        assertThat(pool.adminGetUser("jane").body())
                .contains("{\"Name\":\"custom:level\",\"Value\":\"1.50\"},{\"Name\":\"custom:agreed\",\"Value\":\"True\"},"
                        + "{\"Name\":\"custom:since\",\"Value\":\"2026-03-01\"},"
                        + "{\"Name\":\"given_name\",\"Value\":\"Zoë 🙂\"}");
    }

    /** Clause C3. */
    @ParameterizedTest
    @CsvSource({"email_verified, true", "phone_number_verified, true", "sub, 1", "dev:custom:score, 1"})
    void whatUsersCannotWriteIsRefused(String name, String value) {
        TestPool pool = server.pool("""
                "Schema":[{"Name":"score","AttributeDataType":"String","DeveloperOnlyAttribute":true}]""");

        assertThat(pool.signUpWith("jane", "[{\"Name\":\"%s\",\"Value\":\"%s\"}]".formatted(name, value))
                        .outcome())
                .isEqualTo("NotAuthorizedException: A client attempted to write unauthorized attribute");
    }

    /** Clause C1. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            email        | jane                   | Invalid email address format.
            email        | jane@                  | Invalid email address format.
            email        | @example.com           | Invalid email address format.
            email        | jane doe@example.com   | Invalid email address format.
            email        | a@b@example.com        | Invalid email address format.
            email        | Jane <j@example.com>   | Invalid email address format.
            phone_number | 12065550100            | Invalid phone number format.
            phone_number | +1 206 555 0100        | Invalid phone number format.
            phone_number | +1234567890123456      | Invalid phone number format.
            phone_number | +                      | Invalid phone number format.
            """)
    void anAddressOfTheWrongFormIsRefused(String name, String value, String text) {
        assertThat(server.pool("")
                        .signUpWith("jane", "[{\"Name\":\"%s\",\"Value\":\"%s\"}]".formatted(name, value))
                        .outcome())
                .isEqualTo("InvalidParameterException: " + text);
    }

    /** No database text can hold U+0000, and half a surrogate pair is no character. */
    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {"\\u0000", "a\\u0000b", "\\ud83d"})
    void aValueThatNoDatabaseCouldHoldIsTheClientsMistake(String value) {
        assertThat(server.pool("")
                        .signUpWith("jane", "[{\"Name\":\"name\",\"Value\":\"" + value + "\"}]")
                        .status())
                .isEqualTo(400);
    }

    /** Clause C5: of all reasons the first, in this order. */
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

        assertThat(pool.call("SignUp", "\"Username\":\"jane\",\"Password\":\"" + password + "\"").outcome())
                .isEqualTo("InvalidPasswordException: Password did not conform with policy: " + reason);
        assertThat(pool.adminGetUser("jane").outcome()).isEqualTo(NO_USER);
    }

    /** Clause A3: the shape is checked before the policy. */
    @Test
    void aPasswordOfMoreThan256CharactersBreaksTheShape() {
        Reply reply = server.pool("")
                .call("SignUp", "\"Username\":\"jane\",\"Password\":\"" + "Aa1!".repeat(64) + "x\"");

        assertThat(reply.outcome())
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value at 'password' failed to satisfy"
                        + " constraint: Member must have length less than or equal to 256");
    }

    @Test
    void aPasswordIsNeededWhereNoCodeIsAFirstFactor() {
        assertThat(server.pool("").call("SignUp", "\"Username\":\"jane\"").outcome())
                .isEqualTo("InvalidParameterException: Password is required for this user pool.");

        TestPool passwordless = server.pool("""
                "Policies":{"SignInPolicy":{"AllowedFirstAuthFactors":["PASSWORD","EMAIL_OTP"]}}""");
        assertThat(passwordless.call("SignUp", "\"Username\":\"jane\"").status())
                .isEqualTo(200);
    }

    @Test
    void oneUsernameInTwoPoolsIsTwoUsers() {
        TestPool one = server.poolVerifyingEmail();
        TestPool other = server.poolVerifyingEmail();
        one.signUp("jane", "jane@example.com");

        assertThat(other.signUp("jane", "jane@example.com").status()).isEqualTo(200);
        assertThat(other.confirm("jane", one.code("jane")).fault()).isEqualTo("CodeMismatchException");
    }

    /** Step 9: known at once that nothing can be sent. */
    @Test
    void whenTheMessageCannotBeSentTheUserExistsAllTheSame() {
        TestPool pool = server.poolVerifyingEmail();

        assertThat(pool.signUp("jane", "jane@.example.com").outcome())
                .isEqualTo("CodeDeliveryFailureException: Invalid email provided/Unable to send the email");
        assertThat(pool.adminGetUser("jane").member("UserStatus")).isEqualTo("UNCONFIRMED");
        assertThat(pool.signUp("jane", "jane@example.com").outcome()).isEqualTo(TAKEN);
    }

    /** Clause A12. */
    @Test
    void theEmailsOfADayCanBeUsedUp() {
        try (TestServer limited = TestServer.start(rules -> new Cognate.Rules(
                rules.front(), false, rules.pools(), rules.limits(), rules.style(), 1, null, false, true))) {
            TestPool pool = limited.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");

            assertThat(pool.signUp("john", "john@example.com").outcome())
                    .isEqualTo("LimitExceededException: Exceeded daily email limit for the operation or the account. If a"
                            + " higher limit is required, please configure your user pool to use your own Amazon SES"
                            + " configuration for sending email.");
            assertThat(pool.adminGetUser("john").member("UserStatus")).isEqualTo("UNCONFIRMED");
            assertThat(List.of(pool.codes("jane").size(), pool.codes("john").size()))
                    .containsExactly(1, 0);
        }
    }
}
