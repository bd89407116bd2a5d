package dev.cognate.mfa;

import static dev.cognate.mfa.AssociateSoftwareTokenTest.check;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** VerifySoftwareToken with an access token, and the codes of apps afterwards. Reference: auth 6.4, 19.3. */
class VerifySoftwareTokenTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clause auth 19.3.t3. "Access-token mode only marks the token verified". */
    @Test
    void aRightCodeVerifiesTheSeedAndSwitchesNothingOn() {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        String token = pool.accessToken("jane");
        TestApp app = TestApp.associated(pool, token);

        assertThat(pool.callAs(
                                token,
                                "VerifySoftwareToken",
                                "\"UserCode\":\"" + app.code() + "\",\"FriendlyDeviceName\":\"phone\"")
                        .body())
                .isEqualTo("{\"Status\":\"SUCCESS\"}");

        Mfa mfa = server.rooms().mfa();
        assertThat(pool.adminGetUser("jane").body()).doesNotContain("UserMFASettingList");
        assertThat(mfa.factors(pool.user("jane")).token()).isEqualTo(UserFactors.Token.VERIFIED);
        String name = server.store().read(tx -> mfa.softwareTokenName(tx, pool.user("jane")));
        assertThat(name).isEqualTo("phone");
    }

    /** Clause auth 19.3.t4. */
    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1})
    void codesOfThirtySecondsBeforeAndAfterAreTaken(int steps) {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        String token = pool.accessToken("jane");
        TestApp app = TestApp.associated(pool, token);

        assertThat(pool.callAs(token, "VerifySoftwareToken", "\"UserCode\":\"" + app.code(steps) + "\"")
                        .status())
                .isEqualTo(200);
    }

    /** Clause auth 12.23. */
    @ParameterizedTest
    @ValueSource(ints = {-2, 2})
    void codesOfAMinuteBeforeOrAfterAreNot(int steps) {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        String token = pool.accessToken("jane");
        TestApp app = TestApp.associated(pool, token);

        assertThat(pool.callAs(token, "VerifySoftwareToken", "\"UserCode\":\"" + app.code(steps) + "\"")
                        .outcome())
                .isEqualTo("EnableSoftwareTokenMFAException: Code mismatch and fail enable Software Token MFA");
        assertThat(server.rooms().mfa().factors(pool.user("jane")).token()).isEqualTo(UserFactors.Token.PENDING);
    }

    @Test
    void withoutASeedThereIsNothingToVerify() {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);

        assertThat(pool.callAs(pool.accessToken("jane"), "VerifySoftwareToken", "\"UserCode\":\"123456\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: User has not set up software token mfa");
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345", "1234567", "12345a"})
    void aCodeHasSixDigits(String code) {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);

        assertThat(pool.callAs(pool.accessToken("jane"), "VerifySoftwareToken", "\"UserCode\":\"" + code + "\"")
                        .fault())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void aPoolThatTakesNoAppsRefuses() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(pool.callAs(pool.accessToken("jane"), "VerifySoftwareToken", "\"UserCode\":\"123456\"")
                        .outcome())
                .isEqualTo(
                        "SoftwareTokenMFANotFoundException: Software Token MFA has not been enabled by the userPool");
    }

    /** Clause auth 19.3.t4. "Code already used (same time step, also one used in VerifySoftwareToken)". */
    @Test
    void theCodeThatVerifiedIsUsedUp() {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));

        assertThat(check(pool, app.code())).isEqualTo(TotpCheck.USED);
        server.clock().advance(Duration.ofSeconds(30));
        assertThat(check(pool, app.code())).isEqualTo(TotpCheck.RIGHT);
        assertThat(check(pool, app.code())).isEqualTo(TotpCheck.USED);
    }

    @Test
    void afterACodeNoEarlierOneIsTaken() {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        server.clock().advance(Duration.ofMinutes(2));

        assertThat(check(pool, app.code(1))).isEqualTo(TotpCheck.RIGHT);
        assertThat(check(pool, app.code(0))).isEqualTo(TotpCheck.USED);
        assertThat(check(pool, app.code(-1))).isEqualTo(TotpCheck.USED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12345", "not a code", "１２３４５６"})
    void whateverElseASignInHandsOverIsWrong(String code) {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        TestApp.preferred(pool, pool.accessToken("jane"));

        assertThat(check(pool, code)).isEqualTo(TotpCheck.WRONG);
    }

    @Test
    void aUserWithoutAnAppIsToldApart() {
        TestPool pool = AssociateSoftwareTokenTest.pool(server);
        assertThat(check(pool, "123456")).isEqualTo(TotpCheck.NOT_SET_UP);

        TestApp pending = TestApp.associated(pool, pool.accessToken("jane"));
        assertThat(check(pool, pending.code())).isEqualTo(TotpCheck.NOT_SET_UP);
    }
}
