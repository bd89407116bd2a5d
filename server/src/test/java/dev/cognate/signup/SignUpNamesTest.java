package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which usernames SignUp takes, and whose they are: lifecycle A7, B3 and E1 steps 2 and 5. */
class SignUpNamesTest {
    private static final String TAKEN = "UsernameExistsException: User already exists";
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

    /** Clauses A4.4.1, B2.8, E1.s5, E1.1. */
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

    /** Clauses A8.1, K.12. */
    @Test
    void aConcealingClientIsToldOfATakenUsernameAllTheSame() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");

        assertThat(pool.concealing().signUp("jane", "jane@example.com").outcome())
                .isEqualTo(TAKEN);
    }

    /** Clause B3.t13. */
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

    /** Clause B3.t5. */
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

    /** Clauses A4.17.3, B3.t2, B3.t3, B3.t4. */
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

    /**
     * Clauses A4.4.2, E1.2. Clause A7: each address that may be the sign-in name finds the user, so each must be free.
     */
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

    /** Clauses B3.t6, B3.t7. */
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

    /** Clause B3.t9. */
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

    /** Clauses B3.t8, E1.t5. */
    @Test
    void twoUsersMaySignUpWithOneAddressBeforeItIsAnAliasOfEither() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");

        assertThat(pool.signUp("jane", "jane@example.com").status()).isEqualTo(200);
        assertThat(pool.signUp("john", "jane@example.com").status()).isEqualTo(200);
        assertThat(pool.codes("john")).hasSize(1);
    }

    /** Clause B3.t12. */
    @Test
    void twoUsersMayShareAnAddressThatIsNoName() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        pool.signUp("john", "jane@example.com");
        assertThat(pool.confirm("john", pool.code("john")).outcome()).isEqualTo("{}");
    }

    @Test
    void oneUsernameInTwoPoolsIsTwoUsers() {
        TestPool one = server.poolVerifyingEmail();
        TestPool other = server.poolVerifyingEmail();
        one.signUp("jane", "jane@example.com");

        assertThat(other.signUp("jane", "jane@example.com").status()).isEqualTo(200);
        assertThat(other.confirm("jane", one.code("jane")).fault()).isEqualTo("CodeMismatchException");
    }
}
