package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** VerifyUserAttribute, by the clauses of lifecycle E7, A9 and A12. */
class VerifyUserAttributeTest {
    /** A pool where new addresses wait until they are verified. */
    static final String WAITING = "\"AutoVerifiedAttributes\":[\"email\"],"
            + "\"UserAttributeUpdateSettings\":{\"AttributesRequireVerificationBeforeUpdate\":[\"email\"]}";

    private static final String JANE = "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]";
    private static final String EXPIRED = "ExpiredCodeException: Invalid code provided, please request a code again.";
    private static final String WRONG = "CodeMismatchException: Invalid verification code provided, please try again.";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Reply verify(TestPool pool, String token, String attribute, String code) {
        return pool.callAs(
                token, "VerifyUserAttribute", "\"AttributeName\":\"" + attribute + "\",\"Code\":\"" + code + "\"");
    }

    /** Clauses A4.6, A9.t2, C4.t1, E7.t1, E7.t3. */
    @Test
    void theRightCodeVerifiesAndIsUsedUp() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");
        GetUserAttributeVerificationCodeTest.ask(pool, token, "email");
        String code = pool.code("jane");

        assertThat(verify(pool, token, "email", "x" + code).outcome()).isEqualTo(WRONG);
        assertThat(verify(pool, token, "email", code).body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("jane").body())
                .contains(UpdateUserAttributesTest.attribute("email_verified", "true"));
        assertThat(verify(pool, token, "email", code).outcome()).isEqualTo(EXPIRED);
    }

    /** Clauses A4.7, A9.2, E7.t3. */
    @Test
    void withoutACodeOrAfterADayThereIsNoneToGive() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");
        assertThat(verify(pool, token, "email", "123456").outcome()).isEqualTo(EXPIRED);
        GetUserAttributeVerificationCodeTest.ask(pool, token, "email");

        server.clock().advance(Duration.ofHours(24));

        assertThat(verify(pool, pool.accessToken("jane"), "email", pool.code("jane"))
                        .outcome())
                .isEqualTo(EXPIRED);
    }

    @Test
    void theCodeOfOneAttributeIsNotTheOthers() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");
        GetUserAttributeVerificationCodeTest.ask(pool, token, "email");

        assertThat(verify(pool, token, "phone_number", pool.code("jane")).outcome())
                .isEqualTo(EXPIRED);
    }

    @Test
    void onlyAddressesAreVerified() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);

        assertThat(verify(pool, pool.accessToken("jane"), "name", "123456").outcome())
                .isEqualTo("InvalidParameterException: Only email and phone_number can be verified.");
    }

    /** Clause E7.t1. */
    @Test
    void anAddressThatWaitedReplacesTheOldOne() {
        TestPool pool = server.pool(WAITING + ",\"AliasAttributes\":[\"email\"]");
        String token = UpdateUserAttributesTest.verifiedJane(pool);
        UpdateUserAttributesTest.update(pool, token, "email", "new@example.org");
        assertThat(pool.adminGetUser("jane@example.com").member("Username")).isEqualTo("jane");

        assertThat(verify(pool, token, "email", pool.code("jane")).body()).isEqualTo("{}");

        assertThat(pool.adminGetUser("new@example.org").body())
                .contains(
                        UpdateUserAttributesTest.attribute("email", "new@example.org"),
                        UpdateUserAttributesTest.attribute("email_verified", "true"));
        assertThat(pool.adminGetUser("jane@example.com").fault()).isEqualTo("UserNotFoundException");
    }

    /** Clause E7.t2. */
    @Test
    void anAliasThatAnotherUserTookMeanwhileIsRefusedAndTheCodeStaysGood() {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
        pool.confirmed("john", JANE);
        String token = pool.accessToken("john");
        GetUserAttributeVerificationCodeTest.ask(pool, token, "email");
        UpdateUserAttributesTest.verifiedJane(pool);
        String code = pool.code("john");

        assertThat(verify(pool, token, "email", code).outcome())
                .isEqualTo("AliasExistsException: An account with the given email already exists.");
        pool.admin("AdminDeleteUser", "jane");
        assertThat(verify(pool, token, "email", code).body()).isEqualTo("{}");
    }

    /** Clause A12.6. A12: fifteen an hour, for both attributes together; the right code comes too late then. */
    @Test
    void theSixteenthTryWithinAnHourIsRefused() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");
        GetUserAttributeVerificationCodeTest.ask(pool, token, "email");
        for (int i = 0; i < 15; i++) {
            verify(pool, token, i % 2 == 0 ? "email" : "phone_number", "wrong");
        }

        assertThat(verify(pool, token, "email", pool.code("jane")).outcome())
                .isEqualTo("LimitExceededException: Attempt limit exceeded, please try after some time.");
    }

    /** Clause E7.t4. */
    @Test
    void aDisabledUserVerifiesNothing() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");
        GetUserAttributeVerificationCodeTest.ask(pool, token, "email");
        String code = pool.code("jane");
        pool.admin("AdminDisableUser", "jane");

        assertThat(verify(pool, token, "email", code).fault()).isEqualTo("NotAuthorizedException");
        assertThat(pool.adminGetUser("jane").body())
                .doesNotContain(UpdateUserAttributesTest.attribute("email_verified", "true"));
    }
}
