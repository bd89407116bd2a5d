package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.password;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.mfa.TestApp;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What AdminListUserAuthEvents lists of attempts to sign in. Reference: auth 23. */
class AttemptsTest {
    private static final String PROTECTED =
            "\"UserPoolTier\":\"PLUS\",\"UserPoolAddOns\":{\"AdvancedSecurityMode\":\"AUDIT\"}";
    private static final String PASSWORD_PROVED = "{\"ChallengeName\":\"Password\",\"ChallengeResponse\":\"Success\"}";
    private static final String PASSWORD_WRONG = "{\"ChallengeName\":\"Password\",\"ChallengeResponse\":\"Failure\"}";
    private static final String FACTOR_PROVED = "{\"ChallengeName\":\"Mfa\",\"ChallengeResponse\":\"Success\"}";
    private static final String FACTOR_WRONG = "{\"ChallengeName\":\"Mfa\",\"ChallengeResponse\":\"Failure\"}";

    private static TestServer server;
    private TestPool pool;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void confirmJane() {
        pool = SigningIn.pool(server, PROTECTED);
        pool.confirmed("jane", "[]");
    }

    private record Listed(String id, String response, String challenges) {}

    /** The sign-ins that an administrator sees, newest first. */
    private List<Listed> attempts() {
        Pattern event = Pattern.compile("\"ChallengeResponses\":\\[([^\\]]*)\\],.*?\"EventId\":\"([^\"]*)\","
                + "\"EventResponse\":\"([^\"]*)\".*?\"EventType\":\"([^\"]*)\"");
        Matcher found =
                event.matcher(pool.admin("AdminListUserAuthEvents", "jane").body());
        return found.results()
                .filter(each -> each.group(4).equals("SignIn"))
                .map(each -> new Listed(each.group(2), each.group(3), each.group(1)))
                .toList();
    }

    private Listed onlyAttempt() {
        assertThat(attempts()).hasSize(1);
        return attempts().getFirst();
    }

    /** Clause auth 7.s7. The tokens name the event. */
    @Test
    void aSignInPasses() {
        Reply reply = password(pool, "jane", PASSWORD);

        Listed passed = onlyAttempt();
        assertThat(passed.response()).isEqualTo("Pass");
        assertThat(passed.challenges()).isEqualTo(PASSWORD_PROVED);
        assertThat(SigningIn.claims(reply, "AccessToken")).contains("\"event_id\":\"" + passed.id() + "\"");
        assertThat(SigningIn.claims(reply, "IdToken")).contains("\"event_id\":\"" + passed.id() + "\"");
    }

    /** A client that repeats its last request, or anybody who has seen it, does not turn what passed into a failure. */
    @Test
    void whatPassedStaysPassed() {
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);
        Reply asked = SigningIn.begin(pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", client.publicNumber());
        assertThat(proof(client, asked).status()).isEqualTo(200);

        assertThat(proof(client, asked).outcome()).isEqualTo(SigningIn.INCORRECT);

        assertThat(onlyAttempt().response()).isEqualTo("Pass");
        assertThat(onlyAttempt().challenges()).isEqualTo(PASSWORD_PROVED);
    }

    private Reply proof(SrpClient client, Reply asked) {
        String timestamp = SrpClient.timestamp(server.clock().instant());
        return answer(
                pool,
                "PASSWORD_VERIFIER",
                "",
                "USERNAME",
                "jane",
                "PASSWORD_CLAIM_SIGNATURE",
                client.sign(asked, "jane", timestamp),
                "PASSWORD_CLAIM_SECRET_BLOCK",
                asked.member("SECRET_BLOCK"),
                "TIMESTAMP",
                timestamp);
    }

    /** A surplus name is ignored (auth 5): the used block of another sign-in, of whomever, makes none of this one. */
    @Test
    void theBlockOfAnotherSignInIsIgnored() {
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);
        Reply asked = SigningIn.begin(pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", client.publicNumber());
        String first = SigningIn.claims(proof(client, asked), "AccessToken");
        pool.confirmed("john", "[]");

        for (String username : List.of("jane", "john")) {
            Reply session = SigningIn.begin(pool, "USER_AUTH", "USERNAME", username, "PREFERRED_CHALLENGE", "PASSWORD");
            Reply reply = answer(
                    pool,
                    "PASSWORD",
                    session.member("Session"),
                    "USERNAME",
                    username,
                    "PASSWORD",
                    PASSWORD,
                    "PASSWORD_CLAIM_SECRET_BLOCK",
                    asked.member("SECRET_BLOCK"));

            assertThat(reply.status()).as(username).isEqualTo(200);
            assertThat(event(SigningIn.claims(reply, "AccessToken"))).isNotEqualTo(event(first));
        }
    }

    private static String event(String claims) {
        return claims.replaceFirst(".*\"event_id\":\"([^\"]*)\".*", "$1");
    }

    @Test
    void aWrongPasswordFails() {
        password(pool, "jane", "Wr0ng-Horse!");

        assertThat(onlyAttempt().response()).isEqualTo("Fail");
        assertThat(onlyAttempt().challenges()).isEqualTo(PASSWORD_WRONG);
    }

    /** A user who may not sign in was not asked for anything. */
    @Test
    void aDisabledUserFails() {
        pool.admin("AdminDisableUser", "jane");
        password(pool, "jane", PASSWORD);

        assertThat(onlyAttempt().response()).isEqualTo("Fail");
        assertThat(onlyAttempt().challenges()).isEmpty();
    }

    /** "InProgress" while a second factor is missing; one event from first to last. */
    @Test
    void anAttemptIsOneEventThroughItsSteps() {
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));

        Reply challenge = password(pool, "jane", PASSWORD);
        Listed begun = onlyAttempt();
        assertThat(begun.response()).isEqualTo("InProgress");
        assertThat(begun.challenges()).isEqualTo(PASSWORD_PROVED);

        String session = challenge.member("Session");
        answer(pool, "SOFTWARE_TOKEN_MFA", session, "USERNAME", "jane", "SOFTWARE_TOKEN_MFA_CODE", "000000");
        assertThat(onlyAttempt().response()).isEqualTo("Fail");
        assertThat(onlyAttempt().challenges()).isEqualTo(PASSWORD_PROVED + "," + FACTOR_WRONG);

        Reply done =
                answer(pool, "SOFTWARE_TOKEN_MFA", session, "USERNAME", "jane", "SOFTWARE_TOKEN_MFA_CODE", app.code(1));
        assertThat(onlyAttempt().id()).isEqualTo(begun.id());
        assertThat(onlyAttempt().response()).isEqualTo("Pass");
        assertThat(onlyAttempt().challenges()).isEqualTo(PASSWORD_PROVED + "," + FACTOR_PROVED);
        assertThat(SigningIn.claims(done, "AccessToken")).contains("\"event_id\":\"" + begun.id() + "\"");
    }

    /** SRP: the secret block remembers the event. */
    @Test
    void anAttemptBySrpIsOneEvent() {
        SrpClient srp = new SrpClient(pool.pool().shortName(), PASSWORD);
        Reply challenge = SigningIn.begin(pool, "USER_SRP_AUTH", "USERNAME", "jane", "SRP_A", srp.publicNumber());
        Listed begun = onlyAttempt();
        assertThat(begun.response()).isEqualTo("InProgress");
        assertThat(begun.challenges()).isEmpty();

        String timestamp = SrpClient.timestamp(server.clock().instant());
        answer(
                pool,
                "PASSWORD_VERIFIER",
                "",
                "USERNAME",
                "jane",
                "TIMESTAMP",
                timestamp,
                "PASSWORD_CLAIM_SECRET_BLOCK",
                challenge.member("SECRET_BLOCK"),
                "PASSWORD_CLAIM_SIGNATURE",
                srp.sign(challenge, "jane", timestamp));

        assertThat(onlyAttempt().id()).isEqualTo(begun.id());
        assertThat(onlyAttempt().response()).isEqualTo("Pass");
    }

    /** A user who is locked is not let try, and whoever has no session has begun nothing: strangers fill no store. */
    @Test
    void triesThatNobodyWasLetMakeAreNotKept() {
        for (int number = 1; number <= 8; number++) {
            password(pool, "jane", "Wr0ng-Horse!");
        }
        assertThat(attempts()).hasSize(5);

        answer(pool, "SOFTWARE_TOKEN_MFA", "garbage", "USERNAME", "jane", "SOFTWARE_TOKEN_MFA_CODE", "000000");
        assertThat(attempts()).hasSize(5);
    }

    /** Beginnings by SRP prove nothing and count nowhere: while the user is locked none is kept. */
    @Test
    void beginningsWhileTheUserIsLockedAreNotKept() {
        for (int number = 1; number <= 5; number++) {
            password(pool, "jane", "Wr0ng-Horse!");
        }

        assertThat(beginBySrp("").body()).contains("PASSWORD_VERIFIER");
        assertThat(attempts()).hasSize(5);
        server.clock().advance(Duration.ofMinutes(16));
        beginBySrp("");
        assertThat(attempts()).hasSize(6);
    }

    /** What strangers bring about is bounded, and what the user does is kept all the same. */
    @Test
    void ofAttemptsThatProveNothingThirtyADayAreKept() {
        for (int number = 1; number <= 33; number++) {
            beginBySrp("");
        }
        int kept = attempts().size();
        assertThat(kept).as("with what the user did before").isBetween(25, 30);

        password(pool, "jane", PASSWORD);
        assertThat(attempts()).hasSize(kept + 1);
        server.clock().advance(Duration.ofHours(25));
        beginBySrp("");
        assertThat(attempts()).hasSize(kept + 2);
    }

    /** What the client tells of the device is as long as the client likes: it is kept of those who prove something. */
    @Test
    void whatIsToldWithAnAttemptIsKeptOnceItProvesSomething() {
        String context = ",\"UserContextData\":{\"EncodedData\":\"" + "x".repeat(131_000) + "\"}";
        beginBySrp(context);
        assertThat(longestKept()).isLessThan(2_000);

        pool.call(
                "InitiateAuth",
                "\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"AuthParameters\":"
                        + SigningIn.map("USERNAME", "jane", "PASSWORD", PASSWORD) + context);
        assertThat(longestKept()).isGreaterThan(131_000);
    }

    /** In a pool without threat protection, what is told of the device is a reason to keep what proves something only. */
    @Test
    void aPoolWithoutThreatProtectionKeepsNoAttemptThatProvesNothing() {
        pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        String context = ",\"UserContextData\":{\"EncodedData\":\"device-1\"}";

        beginBySrp(context);
        assertThat(longestKept()).isZero();
        pool.call(
                "InitiateAuth",
                "\"AuthFlow\":\"USER_PASSWORD_AUTH\",\"AuthParameters\":"
                        + SigningIn.map("USERNAME", "jane", "PASSWORD", PASSWORD) + context);
        assertThat(longestKept()).isPositive();
    }

    private Reply beginBySrp(String context) {
        SrpClient srp = new SrpClient(pool.pool().shortName(), PASSWORD);
        return pool.call(
                "InitiateAuth",
                "\"AuthFlow\":\"USER_SRP_AUTH\",\"AuthParameters\":"
                        + SigningIn.map("USERNAME", "jane", "SRP_A", srp.publicNumber()) + context);
    }

    /** How many bytes the longest event of the pool takes, 0 where there is none. */
    private int longestKept() {
        return server
                .store()
                .read(tx -> tx.list(
                        "SELECT sealed FROM user_events WHERE pool_id = ?", row -> row.bytes(1).length, pool.id()))
                .stream()
                .mapToInt(length -> length)
                .max()
                .orElse(0);
    }

    /** A refresh is no attempt: it keeps the event of its sign-in. */
    @Test
    void aRefreshIsNoEvent() {
        Reply reply = password(pool, "jane", PASSWORD);
        Reply refreshed = SigningIn.begin(pool, "REFRESH_TOKEN_AUTH", "REFRESH_TOKEN", reply.member("RefreshToken"));

        assertThat(SigningIn.claims(refreshed, "AccessToken"))
                .contains("\"event_id\":\"" + onlyAttempt().id() + "\"");
    }

    /** The other events of a user: SignUp, PasswordChange. */
    @Test
    void whatElseUsersDoIsListed() {
        Reply reply = password(pool, "jane", PASSWORD);
        pool.callAs(reply.member("AccessToken"), "ChangePassword", """
                "PreviousPassword":"%s","ProposedPassword":"An0ther-Horse!"\
                """.formatted(PASSWORD));

        assertThat(pool.admin("AdminListUserAuthEvents", "jane").body())
                .contains("\"EventType\":\"SignUp\"", "\"EventType\":\"PasswordChange\"");
    }

    @Test
    void aPoolWithoutThreatProtectionKeepsNothing() {
        pool = SigningIn.pool(server, "");
        pool.confirmed("jane", "[]");
        password(pool, "jane", PASSWORD);
        password(pool, "jane", "Wr0ng-Horse!");

        List<String> kept = server.store()
                .read(tx ->
                        tx.list("SELECT event_id FROM user_events WHERE pool_id = ?", row -> row.string(1), pool.id()));
        assertThat(kept).isEmpty();
    }
}
