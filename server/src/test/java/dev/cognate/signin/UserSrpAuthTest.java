package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static dev.cognate.signin.SigningIn.claims;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Reference: auth 4.1, 6.1, 9. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserSrpAuthTest {
    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    private TestPool jane() {
        TestPool pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        return pool;
    }

    private static SrpClient client(TestPool pool, String password) {
        return new SrpClient(pool.pool().shortName(), password);
    }

    private static Reply challenge(TestPool pool, SrpClient client, String username) {
        return begin(pool, "USER_SRP_AUTH", "USERNAME", username, "SRP_A", client.publicNumber());
    }

    private Reply verify(TestPool pool, SrpClient client, Reply challenge) {
        String user = challenge.member("USER_ID_FOR_SRP");
        String timestamp = SrpClient.timestamp(server.clock().instant());
        return verify(pool, challenge, user, client.sign(challenge, user, timestamp), timestamp);
    }

    private static Reply verify(TestPool pool, Reply challenge, String user, String signature, String timestamp) {
        return answer(
                pool,
                "PASSWORD_VERIFIER",
                "",
                "USERNAME",
                user,
                "PASSWORD_CLAIM_SIGNATURE",
                signature,
                "PASSWORD_CLAIM_SECRET_BLOCK",
                challenge.member("SECRET_BLOCK"),
                "TIMESTAMP",
                timestamp);
    }

    /** Clauses auth 3.1, auth 4.1.t1, auth 5.1. Auth 4.1; no session is needed. */
    @Test
    void thePasswordIsProvedWithoutBeingShown() {
        TestPool pool = jane();
        SrpClient client = client(pool, PASSWORD);

        Reply challenge = challenge(pool, client, "jane");

        assertThat(challenge.member("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
        assertThat(challenge.member("USERNAME")).isEqualTo("jane");
        assertThat(challenge.member("SALT")).matches("[0-9a-f]{31,32}");
        assertThat(challenge.member("SECRET_BLOCK")).hasSizeBetween(1_400, 2_100);
        assertThat(challenge.body()).doesNotContain("\"Session\"");
        Reply reply = verify(pool, client, challenge);
        assertThat(reply.body()).contains("\"AccessToken\":", "\"ChallengeParameters\":{}");
        assertThat(claims(reply, "AccessToken")).contains("\"username\":\"jane\"");
    }

    /** Clause auth 4.1.t2. Auth 9.2: over the id that was told, whatever name was typed. */
    @Test
    void inAPoolOfAddressesTheExchangeIsAboutTheSub() {
        TestPool pool = SigningIn.pool(server, "\"UsernameAttributes\":[\"email\"]");
        String sub = pool.signUpWith("jane@example.com", "[]").member("UserSub");
        pool.admin("AdminConfirmSignUp", "jane@example.com");
        SrpClient client = client(pool, PASSWORD);

        Reply challenge = challenge(pool, client, "jane@example.com");

        assertThat(challenge.member("USER_ID_FOR_SRP")).isEqualTo(sub);
        assertThat(verify(pool, client, challenge).status()).isEqualTo(200);
    }

    /** Clause auth 6.1.t2. Auth 6.1: the alias that was typed is as good a USERNAME. */
    @Test
    void theAnswerMayNameTheAddressThatWasTyped() {
        TestPool pool = SigningIn.pool(server, "\"UsernameAttributes\":[\"email\"]");
        pool.signUpWith("jane@example.com", "[]");
        pool.admin("AdminConfirmSignUp", "jane@example.com");
        SrpClient client = client(pool, PASSWORD);
        Reply challenge = challenge(pool, client, "jane@example.com");
        String timestamp = SrpClient.timestamp(server.clock().instant());
        String signature = client.sign(challenge, challenge.member("USER_ID_FOR_SRP"), timestamp);

        assertThat(verify(pool, challenge, "jane@example.com", signature, timestamp)
                        .status())
                .isEqualTo(200);
    }

    /** Clauses auth 12.1, auth 13.t3. */
    @Test
    void aWrongPasswordIsRefusedAndCountsLikeAnyOther() {
        TestPool pool = jane();
        for (int wrong = 1; wrong <= 5; wrong++) {
            SrpClient client = client(pool, "wrong");
            assertThat(verify(pool, client, challenge(pool, client, "jane")).outcome())
                    .isEqualTo(INCORRECT);
        }
        SrpClient right = client(pool, PASSWORD);

        assertThat(verify(pool, right, challenge(pool, right, "jane")).outcome())
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
        assertThat(SigningIn.password(pool, "jane", PASSWORD).outcome())
                .isEqualTo("NotAuthorizedException: Password attempts exceeded");
        server.clock().advance(Duration.ofSeconds(1));
        SrpClient again = client(pool, PASSWORD);
        assertThat(verify(pool, again, challenge(pool, again, "jane")).status()).isEqualTo(200);
    }

    /** Clause auth 4.1.t3. Auth 4.1: with such a number any password would do. */
    @Test
    void aNumberThatIsZeroModuloNIsRefused() {
        TestPool pool = jane();

        for (BigInteger multiple : List.of(BigInteger.ZERO, SrpClient.N)) {
            assertThat(begin(pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", multiple.toString(16))
                            .outcome())
                    .isEqualTo("InvalidParameterException: Invalid SRP_A");
        }
    }

    /** Clause auth 4.1.t3. */
    @Test
    void whatIsNoNumberOfTheGroupIsRefused() {
        TestPool pool = jane();
        String tooLong = SrpClient.N.shiftLeft(8).add(BigInteger.ONE).toString(16);

        for (String number : List.of("xyz", "-1", tooLong, "f".repeat(100_000))) {
            assertThat(begin(pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", number)
                            .outcome())
                    .isEqualTo("InvalidParameterException: Invalid SRP_A");
        }
    }

    /** Clause auth 4.1.t4. Auth 4.1: upper case and a leading zero byte are accepted. */
    @Test
    void theNumberMayBePaddedAndInUpperCase() {
        TestPool pool = jane();
        SrpClient client = client(pool, PASSWORD);
        String number = "00" + client.publicNumber().toUpperCase(Locale.ROOT);

        Reply challenge = begin(pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", number);

        assertThat(verify(pool, client, challenge).status()).isEqualTo(200);
    }

    /** Clause auth 4.1.t5. Auth 8 and 9.3. */
    @Test
    void anAnswerIsGoodOnceAlsoWhenManyComeTogether() throws Exception {
        TestPool pool = jane();
        SrpClient client = client(pool, PASSWORD);
        Reply challenge = challenge(pool, client, "jane");

        List<String> outcomes =
                LockoutTest.atOnce(32, i -> verify(pool, client, challenge).outcome());

        assertThat(outcomes).filteredOn(each -> each.contains("AccessToken")).hasSize(1);
        assertThat(outcomes)
                .filteredOn(each -> !each.contains("AccessToken"))
                .allMatch(each -> each.startsWith("NotAuthorizedException: "));
    }

    /** Clauses auth 11.2, auth 9.3.t1. Auth 9.3: a stable salt, other numbers each time, and always a refusal. */
    @Test
    void aNameWithoutAUserIsAskedForAPasswordThatNobodyKnows() {
        TestPool pool = SigningIn.concealing(server, "");
        pool.confirmed("jane", "[]");
        SrpClient client = client(pool, PASSWORD);
        Reply one = challenge(pool, client, "nobody");
        Reply two = challenge(pool, client, "nobody");
        Reply real = challenge(pool, client, "jane");

        assertThat(one.member("SALT")).isEqualTo(two.member("SALT"));
        assertThat(one.member("SRP_B")).isNotEqualTo(two.member("SRP_B"));
        assertThat(one.member("USER_ID_FOR_SRP")).isEqualTo("nobody");
        assertThat(one.member("SECRET_BLOCK")).hasSameSizeAs(real.member("SECRET_BLOCK"));
        assertThat(verify(pool, client, one).outcome()).isEqualTo(INCORRECT);
        assertThat(challenge(SigningIn.pool(server, ""), client, "nobody").outcome())
                .as("row 2 of clause 11")
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Lifecycle B3: where case does not count, a user is shown the name that was given at first. */
    @Test
    void theCaseOfANameDoesNotTellWhetherItIsAUsers() {
        TestPool pool = SigningIn.concealing(server, "\"UsernameConfiguration\":{\"CaseSensitive\":false}");
        pool.confirmed("kay", "[]");
        SrpClient client = client(pool, PASSWORD);

        assertThat(challenge(pool, client, "KAY").member("USER_ID_FOR_SRP")).isEqualTo("kay");
        assertThat(challenge(pool, client, "KEX").member("USER_ID_FOR_SRP")).isEqualTo("kex");
        assertThat(verify(pool, client, challenge(pool, client, "KEX")).outcome())
                .isEqualTo(INCORRECT);
    }

    /** Clause auth 9.3.t1. Auth 9.3: a stable id in pools of addresses. */
    @Test
    void inAPoolOfAddressesNobodyHasAnIdToo() {
        TestPool pool = SigningIn.concealing(server, "\"UsernameAttributes\":[\"email\"]");
        SrpClient client = client(pool, PASSWORD);

        Reply challenge = challenge(pool, client, "nobody@example.com");

        assertThat(challenge.member("USER_ID_FOR_SRP"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isEqualTo(challenge(pool, client, "nobody@example.com").member("USER_ID_FOR_SRP"));
        assertThat(verify(pool, client, challenge).outcome()).isEqualTo(INCORRECT);
    }

    /** Auth 9.3: a user's id tells no time by which it would differ from nobody's, however the user came. */
    @Test
    void inAPoolOfAddressesIdsHaveOneForm() {
        TestPool pool = SigningIn.concealing(server, "\"UsernameAttributes\":[\"email\"]");
        pool.confirmed("jane@example.com", "[]");
        pool.adminCreate("john@example.com", "\"MessageAction\":\"SUPPRESS\"");
        pool.adminSetPassword("john@example.com", PASSWORD, true);
        SrpClient client = client(pool, PASSWORD);

        for (String name : List.of("jane@example.com", "john@example.com", "nobody@example.com")) {
            assertThat(challenge(pool, client, name).member("USER_ID_FOR_SRP"))
                    .matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
        }
    }

    /** Auth 9.2, 9.3: a user's id may be sent back in place of the address; so may nobody's, in any case of letters. */
    @Test
    void theIdOfNobodyStandsForTheAddressThatWasTyped() {
        TestPool pool = SigningIn.concealing(
                server, "\"UsernameAttributes\":[\"email\"],\"UsernameConfiguration\":{\"CaseSensitive\":false}");
        SrpClient client = client(pool, PASSWORD);
        Reply typed = challenge(pool, client, "Nobody@example.com");
        String id = typed.member("USER_ID_FOR_SRP");

        for (String name : List.of("nobody@example.com", id, id.toUpperCase(Locale.ROOT))) {
            Reply again = challenge(pool, client, name);
            assertThat(again.member("USER_ID_FOR_SRP")).isEqualTo(id);
            assertThat(again.member("SALT")).isEqualTo(typed.member("SALT"));
        }
        assertThat(verify(pool, client, typed).outcome()).isEqualTo(INCORRECT);
    }

    /** Clauses auth 6.1.t1, auth 9.4.t1. Auth 9.4: the very form, and five minutes either way. */
    @Test
    void theTimeOfAnAnswerIsOfNow() {
        TestPool pool = jane();
        SrpClient client = client(pool, PASSWORD);
        for (Duration off : List.of(Duration.ofSeconds(-301), Duration.ofSeconds(301))) {
            Reply challenge = challenge(pool, client, "jane");
            String timestamp = SrpClient.timestamp(server.clock().instant().plus(off));
            assertThat(verify(pool, challenge, "jane", client.sign(challenge, "jane", timestamp), timestamp)
                            .outcome())
                    .isEqualTo(INCORRECT);
        }
        for (String form : List.of("Sun Mar 01 12:00:00 UTC 2026", "2026-03-01T12:00:00Z")) {
            Reply challenge = challenge(pool, client, "jane");
            assertThat(verify(pool, challenge, "jane", client.sign(challenge, "jane", form), form)
                            .outcome())
                    .isEqualTo(INCORRECT);
        }
        SrpClient again = client(pool, PASSWORD);
        assertThat(verify(pool, again, challenge(pool, again, "jane")).status())
                .as("these were no passwords, and did not count")
                .isEqualTo(200);
    }

    /** Clause auth 4.1.t5. */
    @Test
    void aSecretBlockIsOfItsUserAndItsTime() {
        TestPool pool = jane();
        pool.confirmed("john", "[]");
        SrpClient client = client(pool, PASSWORD);
        Reply challenge = challenge(pool, client, "jane");
        String timestamp = SrpClient.timestamp(server.clock().instant());

        assertThat(verify(pool, challenge, "john", client.sign(challenge, "john", timestamp), timestamp)
                        .outcome())
                .isEqualTo(INCORRECT);
        server.clock().advance(Duration.ofMinutes(3));
        assertThat(verify(pool, client, challenge).outcome()).isEqualTo(INCORRECT);
    }

    /**
     * Clause auth 29.t1. The worked facts of clause 29: NEW_PASSWORD_REQUIRED has a session and follows SRP with a
     * temporary password.
     */
    @Test
    void aTemporaryPasswordIsReplacedAfterSrpToo() {
        TestPool pool = SigningIn.pool(server, "");
        pool.adminCreate("jane", "\"TemporaryPassword\":\"Temp0rary-Horse!\",\"MessageAction\":\"SUPPRESS\"");
        SrpClient client = client(pool, "Temp0rary-Horse!");

        Reply reply = verify(pool, client, challenge(pool, client, "jane"));

        assertThat(reply.member("ChallengeName")).isEqualTo("NEW_PASSWORD_REQUIRED");
        assertThat(answer(
                                pool,
                                "NEW_PASSWORD_REQUIRED",
                                reply.member("Session"),
                                "USERNAME",
                                "jane",
                                "NEW_PASSWORD",
                                "Entirely-N3w!")
                        .body())
                .contains("AccessToken");
    }
}
