package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which attributes SignUp takes: lifecycle C1 to C3 and E1 step 4. */
class SignUpAttributesTest {
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

    /** Clauses C1.2, C1.3, C3.2, C3.5. */
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

    /** Clause C3.1. One line for each violation. */
    @Test
    void allViolationsOfTheSchemaAreNamedTogether() {
        TestPool pool = server.pool(
                "\"Schema\":[{\"Name\":\"email\",\"Required\":true},{\"Name\":\"name\",\"Required\":true}]");

        assertThat(pool.signUpWith(
                                "jane", "[{\"Name\":\"custom:x\",\"Value\":\"1\"},{\"Name\":\"name\",\"Value\":\"\"}]")
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
                .contains(
                        "{\"Name\":\"custom:level\",\"Value\":\"1.50\"},{\"Name\":\"custom:agreed\",\"Value\":\"True\"},"
                                + "{\"Name\":\"custom:since\",\"Value\":\"2026-03-01\"},"
                                + "{\"Name\":\"given_name\",\"Value\":\"Zoë 🙂\"}");
    }

    /** Clauses A4.2.6, C3.6. */
    @ParameterizedTest
    @CsvSource({"email_verified, true", "phone_number_verified, true", "sub, 1", "dev:custom:score, 1"})
    void whatUsersCannotWriteIsRefused(String name, String value) {
        TestPool pool = server.pool("""
                "Schema":[{"Name":"score","AttributeDataType":"String","DeveloperOnlyAttribute":true}]""");

        assertThat(pool.signUpWith("jane", "[{\"Name\":\"%s\",\"Value\":\"%s\"}]".formatted(name, value))
                        .outcome())
                .isEqualTo("NotAuthorizedException: A client attempted to write unauthorized attribute");
    }

    /** Clauses C1.t1, C1.t2. */
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
    @CsvSource(
            quoteCharacter = '`',
            value = {"\\u0000", "a\\u0000b", "\\ud83d"})
    void aValueThatNoDatabaseCouldHoldIsTheClientsMistake(String value) {
        assertThat(server.pool("")
                        .signUpWith("jane", "[{\"Name\":\"name\",\"Value\":\"" + value + "\"}]")
                        .fault())
                .isEqualTo("SerializationException");
    }

    /** Clause C2.t9. A client that lists what it writes does not write what came later. */
    @Test
    void anAttributeThatCameLaterIsNotThatOfAClientWithAList() {
        TestPool pool = server.pool("");
        TestPool listing =
                pool.through(pool.newClient("\"WriteAttributes\":[\"email\"]").member("ClientId"));
        pool.adminCall(
                "AddCustomAttributes", "\"CustomAttributes\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]");
        String team = "[{\"Name\":\"custom:team\",\"Value\":\"red\"}]";

        assertThat(listing.signUpWith("jane", team).outcome())
                .isEqualTo("NotAuthorizedException: A client attempted to write unauthorized attribute");
        assertThat(pool.signUpWith("jane", team).status()).isEqualTo(200);
    }
}
