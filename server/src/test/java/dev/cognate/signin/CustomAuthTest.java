package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.INCORRECT;
import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.answer;
import static dev.cognate.signin.SigningIn.begin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.devices.TestDevice;
import dev.cognate.mfa.TestApp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reference: auth 4.3, 6.7, 11, 24.3, 29. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomAuthTest {
    private static final String[] FUNCTIONS = {
        "DefineAuthChallenge", "CreateAuthChallenge", "VerifyAuthChallengeResponse"
    };
    private static final String ASKS = """
        {"publicChallengeParameters":{"question":"2+3"},"privateChallengeParameters":{"answer":"5"},\
        "challengeMetadata":"SUM"}\
        """;

    private TestServer server;

    @BeforeAll
    void start() {
        server = TestServer.start();
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @BeforeEach
    void askForASum() {
        server.function().reset();
        define(event -> {
            if (event.contains("\"challengeResult\":true,\"challengeMetadata\":\"SUM\"")) {
                return "{\"issueTokens\":true,\"failAuthentication\":false}";
            }
            return "{\"challengeName\":\"CUSTOM_CHALLENGE\",\"issueTokens\":false,\"failAuthentication\":false}";
        });
    }

    /** What DefineAuthChallenge decides; the other two ask for 2+3 and look at the answer. */
    private void define(UnaryOperator<String> decision) {
        server.function().answers(event -> {
            String response = switch (TriggersTest.source(event)) {
                case "DefineAuthChallenge_Authentication" -> decision.apply(event);
                case "CreateAuthChallenge_Authentication" -> ASKS;
                case "VerifyAuthChallengeResponse_Authentication" ->
                    "{\"answerCorrect\":" + event.contains("\"challengeAnswer\":\"5\"") + "}";
                default -> "{}";
            };
            int start = event.lastIndexOf("\"response\":");
            return new TestFunction.Answer(200, event.substring(0, start) + "\"response\":" + response + "}");
        });
    }

    private TestPool jane() {
        TestPool pool = SigningIn.pool(server, TestFunction.as(FUNCTIONS));
        pool.confirmed("jane", "[]");
        return pool;
    }

    private static Reply custom(TestPool pool, String username) {
        return begin(pool, "CUSTOM_AUTH", "USERNAME", username);
    }

    private static Reply say(TestPool pool, String session, String username, String answer) {
        return answer(pool, "CUSTOM_CHALLENGE", session, "USERNAME", username, "ANSWER", answer);
    }

    /** Clauses auth 3.4, auth 4.3.t2, auth 5.13. Auth 4.3. */
    @Test
    void theFunctionsAskAndTheRightAnswerSignsIn() {
        TestPool pool = jane();

        Reply challenge = custom(pool, "jane");

        assertThat(challenge.member("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
        assertThat(challenge.member("question")).isEqualTo("2+3");
        assertThat(challenge.member("USERNAME")).isEqualTo("jane");
        assertThat(challenge.body()).doesNotContain("\"answer\"");
        assertThat(say(pool, challenge.member("Session"), "jane", "5").body()).contains("\"AccessToken\":");
        assertThat(server.function().events())
                .extracting(TriggersTest::source)
                .containsExactly(
                        "DefineAuthChallenge_Authentication",
                        "CreateAuthChallenge_Authentication",
                        "VerifyAuthChallengeResponse_Authentication",
                        "DefineAuthChallenge_Authentication");
    }

    /** Clauses I4.10, I10.3, I10.4, I10.5, auth 29.3, auth 29.5. Auth 24.3: the events, member by member. */
    @Test
    void theEventsAreThoseOfTheService() {
        TestPool pool = jane();
        String session = custom(pool, "jane").member("Session");
        pool.call("RespondToAuthChallenge", """
            "ChallengeName":"CUSTOM_CHALLENGE","Session":"%s","ClientMetadata":{"k":"v"},
            "ChallengeResponses":{"USERNAME":"jane","ANSWER":"6"}\
            """.formatted(session));

        List<String> events = server.function().events();
        assertThat(events.get(0))
                .contains(
                        "\"session\":[]",
                        "\"response\":{\"challengeName\":null,\"issueTokens\":null,\"failAuthentication\":null}")
                .doesNotContain("clientMetadata", "userNotFound");
        assertThat(events.get(1))
                .contains(
                        "\"challengeName\":\"CUSTOM_CHALLENGE\",\"session\":[]",
                        "\"response\":{\"publicChallengeParameters\":null,\"privateChallengeParameters\":null,\"challengeMetadata\":null}");
        assertThat(events.get(2))
                .contains(
                        "\"privateChallengeParameters\":{\"answer\":\"5\"},\"challengeAnswer\":\"6\",\"clientMetadata\":{\"k\":\"v\"}",
                        "\"response\":{\"answerCorrect\":null}");
        assertThat(events.get(3))
                .contains(
                        "\"session\":[{\"challengeName\":\"CUSTOM_CHALLENGE\",\"challengeResult\":false,\"challengeMetadata\":\"SUM\"}]",
                        "\"clientMetadata\":{\"k\":\"v\"}");
        assertThat(events.get(4)).contains("\"clientMetadata\":{\"k\":\"v\"}");
    }

    /**
     * Clauses auth 13.t4, auth 6.7.t1. Auth 6.7: a wrong answer leads to what Define says, with another session;
     * nothing counts towards the lock.
     */
    @Test
    void aWrongAnswerIsAnsweredByTheNextChallengeAsOftenAsTheFunctionsLike() {
        TestPool pool = jane();
        String session = custom(pool, "jane").member("Session");
        for (int round = 1; round <= 8; round++) {
            Reply next = say(pool, session, "jane", "6");
            assertThat(next.member("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
            assertThat(say(pool, session, "jane", "5").outcome())
                    .isEqualTo("NotAuthorizedException: Invalid session for the user, session can only be used once.");
            session = next.member("Session");
        }
        assertThat(say(pool, session, "jane", "5").body()).contains("AccessToken");
    }

    /** Functions that never give up, and somebody who never tires, do not fill the store. */
    @Test
    void fiftyChallengesAreEnough() {
        TestPool pool = jane();
        String session = custom(pool, "jane").member("Session");
        for (int round = 1; round < 50; round++) {
            session = say(pool, session, "jane", "6").member("Session");
        }

        assertThat(say(pool, session, "jane", "6").outcome()).isEqualTo(INCORRECT);
    }

    /** Clauses auth 12.18.4, auth 4.3.t1. Auth 4.3. */
    @Test
    void aPoolThatLacksAFunctionRefuses() {
        TestPool pool = SigningIn.pool(server, TestFunction.as("DefineAuthChallenge", "CreateAuthChallenge"));
        pool.confirmed("jane", "[]");

        assertThat(custom(pool, "jane").outcome())
                .isEqualTo(
                        "InvalidParameterException: Custom auth lambda trigger is not configured for the user pool.");
    }

    /** Clause auth 4.3.t5. Auth 4.3. */
    @Test
    void theFunctionMayRefuseOrSignInAtOnce() {
        TestPool pool = jane();
        define(event -> "{\"failAuthentication\":true,\"issueTokens\":true}");
        assertThat(custom(pool, "jane").outcome()).isEqualTo(INCORRECT);

        define(event -> "{\"issueTokens\":true}");
        assertThat(custom(pool, "jane").body()).contains("AccessToken");
    }

    /** Clauses auth 12.29, auth 4.3.t4. Auth 4.3: what Define may not say. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"challengeName\":\"NO_SUCH\"}",
                "{\"challengeName\":\"PASSWORD_VERIFIER\"}",
                "{\"challengeName\":\"MFA_SETUP\"}",
                "{\"issueTokens\":\"yes\"}"
            })
    void anOutputThatMeansNothingIsRefused(String response) {
        TestPool pool = jane();
        define(event -> response);

        assertThat(custom(pool, "jane").outcome())
                .isEqualTo("InvalidLambdaResponseException: Unrecognizable lambda output");
    }

    @Test
    void anAnswerThatTheFunctionDoesNotJudgeIsRefused() {
        TestPool pool = jane();
        String session = custom(pool, "jane").member("Session");
        server.function().returns("{}");

        assertThat(say(pool, session, "jane", "5").outcome())
                .isEqualTo("InvalidLambdaResponseException: Unrecognizable lambda output");
    }

    /** Clause auth 4.3.t3. Auth 4.3: the password first, without showing it, then what the functions ask. */
    @Test
    void thePasswordMayBeProvedFirst() {
        TestPool pool = jane();
        askForThePasswordAndASum();
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);

        Reply challenge = bySrp(pool, client);
        assertThat(challenge.member("ChallengeName")).isEqualTo("PASSWORD_VERIFIER");
        assertThat(challenge.member("Session")).isNotEmpty();
        Reply second = verify(pool, client, challenge);
        assertThat(second.member("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
        assertThat(say(pool, second.member("Session"), "jane", "5").body()).contains("AccessToken");
        assertThat(server.function().events().get(0))
                .contains(
                        "\"session\":[{\"challengeName\":\"SRP_A\",\"challengeResult\":true,\"challengeMetadata\":null}]");
        assertThat(server.function().events().get(1))
                .contains(
                        "{\"challengeName\":\"PASSWORD_VERIFIER\",\"challengeResult\":true,\"challengeMetadata\":null}]");

        SrpClient wrong = new SrpClient(pool.pool().shortName(), "wrong");
        assertThat(verify(pool, wrong, bySrp(pool, wrong)).outcome()).isEqualTo(INCORRECT);
    }

    /** What Define decides: the password first, then the sum. */
    private void askForThePasswordAndASum() {
        define(event -> {
            if (event.contains("\"challengeMetadata\":\"SUM\"")) {
                return "{\"issueTokens\":true}";
            }
            return event.contains("PASSWORD_VERIFIER")
                    ? "{\"challengeName\":\"CUSTOM_CHALLENGE\",\"issueTokens\":false}"
                    : "{\"challengeName\":\"PASSWORD_VERIFIER\",\"issueTokens\":false}";
        });
    }

    private static String round(String name) {
        return "{\"challengeName\":\"" + name + "\",\"challengeResult\":true,\"challengeMetadata\":null}";
    }

    /** Clause auth 4.3.t8. Clauses 4.3 and 24.3: the second factor follows the password, and Define sees it. */
    @Test
    void aSecondFactorBetweenIsShownToTheFunctions() {
        TestPool pool = SigningIn.pool(server, TestFunction.as(FUNCTIONS));
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        TestApp app = TestApp.preferred(pool, pool.accessToken("jane"));
        server.clock().advance(Duration.ofSeconds(60));
        askForThePasswordAndASum();
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);

        Reply factor = verify(pool, client, bySrp(pool, client));
        assertThat(factor.member("ChallengeName")).isEqualTo("SOFTWARE_TOKEN_MFA");
        Reply sum = answer(
                pool,
                "SOFTWARE_TOKEN_MFA",
                factor.member("Session"),
                "USERNAME",
                "jane",
                "SOFTWARE_TOKEN_MFA_CODE",
                app.code());

        assertThat(sum.member("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
        assertThat(server.function().events().get(1))
                .contains("\"session\":[" + round("SRP_A") + "," + round("PASSWORD_VERIFIER") + ","
                        + round("SOFTWARE_TOKEN_MFA") + "]");
        assertThat(say(pool, sum.member("Session"), "jane", "5").body()).contains("AccessToken");
    }

    /** Clause auth 8.t2. Each challenge has its own time, also between those of the functions. */
    @Test
    void aSlowUserFinishesStepByStep() {
        TestPool pool = SigningIn.pool(server, TestFunction.as(FUNCTIONS));
        pool.adminCreate("jane", "\"TemporaryPassword\":\"Temp0rary-Horse!\",\"MessageAction\":\"SUPPRESS\"");
        askForThePasswordAndASum();
        SrpClient client = new SrpClient(pool.pool().shortName(), "Temp0rary-Horse!");
        Reply begun = bySrp(pool, client);
        server.clock().advance(Duration.ofMinutes(2));
        Reply replace = verify(pool, client, begun);
        server.clock().advance(Duration.ofMinutes(2));
        server.rooms().signin().sweep();

        assertThat(answer(
                                pool,
                                "NEW_PASSWORD_REQUIRED",
                                replace.member("Session"),
                                "USERNAME",
                                "jane",
                                "NEW_PASSWORD",
                                PASSWORD)
                        .member("ChallengeName"))
                .isEqualTo("CUSTOM_CHALLENGE");
    }

    /** Clauses 4.3, 20.1 and 24.3: a remembered device in place of the second factor, once. */
    @Test
    void aDeviceBetweenIsShownToTheFunctions() {
        TestPool pool = SigningIn.pool(server, TestFunction.as(FUNCTIONS) + "," + TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        DeviceInHand device = DeviceInHand.confirmed(pool, SigningIn.password(pool, "jane", PASSWORD));
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        TestApp.preferred(pool, pool.accessToken("jane"));
        askForThePasswordAndASum();
        SrpClient client = new SrpClient(pool.pool().shortName(), PASSWORD);

        Reply asked = verify(pool, client, bySrp(pool, client), "DEVICE_KEY", device.key());
        assertThat(asked.member("ChallengeName")).isEqualTo("DEVICE_SRP_AUTH");
        Reply sum = device.prove(asked, "jane");

        assertThat(sum.member("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
        assertThat(server.function().events().get(1))
                .contains("\"session\":[" + round("SRP_A") + "," + round("PASSWORD_VERIFIER") + ","
                        + round("DEVICE_SRP_AUTH") + "," + round("DEVICE_PASSWORD_VERIFIER") + "]");
        assertThat(say(pool, sum.member("Session"), "jane", "5").body())
                .contains("AccessToken")
                .doesNotContain("NewDeviceMetadata");
    }

    /** Clause auth 4.3.t7. Clause 4.3: NEW_PASSWORD_REQUIRED is inserted after a right temporary password. */
    @Test
    void aTemporaryPasswordIsReplacedBeforeTheFunctionsGoOn() {
        TestPool pool = SigningIn.pool(server, TestFunction.as(FUNCTIONS));
        pool.adminCreate("jane", "\"TemporaryPassword\":\"Temp0rary-Horse!\",\"MessageAction\":\"SUPPRESS\"");
        askForThePasswordAndASum();
        SrpClient client = new SrpClient(pool.pool().shortName(), "Temp0rary-Horse!");

        Reply replace = verify(pool, client, bySrp(pool, client));
        assertThat(replace.member("ChallengeName")).isEqualTo("NEW_PASSWORD_REQUIRED");
        Reply sum = answer(
                pool, "NEW_PASSWORD_REQUIRED", replace.member("Session"), "USERNAME", "jane", "NEW_PASSWORD", PASSWORD);

        assertThat(sum.member("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
        assertThat(say(pool, sum.member("Session"), "jane", "5").body()).contains("AccessToken");
    }

    /** Clause auth 4.3.t8. Clause 4.3: pure custom challenges bypass user-pool MFA. */
    @Test
    void withoutAPasswordNoSecondFactorIsAskedFor() {
        TestPool pool = jane();
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        TestApp.preferred(pool, pool.accessToken("jane"));

        assertThat(say(pool, custom(pool, "jane").member("Session"), "jane", "5")
                        .body())
                .contains("AccessToken");
    }

    private static Reply bySrp(TestPool pool, SrpClient client) {
        return begin(
                pool, "CUSTOM_AUTH", "USERNAME", "jane", "CHALLENGE_NAME", "SRP_A", "SRP_A", client.publicNumber());
    }

    private Reply verify(TestPool pool, SrpClient client, Reply challenge, String... further) {
        String timestamp = SrpClient.timestamp(server.clock().instant());
        List<String> responses = new ArrayList<>(List.of(
                "USERNAME",
                "jane",
                "PASSWORD_CLAIM_SIGNATURE",
                client.sign(challenge, "jane", timestamp),
                "PASSWORD_CLAIM_SECRET_BLOCK",
                challenge.member("SECRET_BLOCK"),
                "TIMESTAMP",
                timestamp));
        responses.addAll(List.of(further));
        return answer(pool, "PASSWORD_VERIFIER", challenge.member("Session"), responses.toArray(String[]::new));
    }

    /** Clause auth 11.3. Row 3 of clause 11: the same steps, and no tokens whatever the functions say. */
    @Test
    void nobodyIsAskedTooAndNeverSignedIn() {
        TestPool pool = SigningIn.concealing(server, TestFunction.as(FUNCTIONS));

        Reply challenge = custom(pool, "nobody");
        assertThat(challenge.member("question")).isEqualTo("2+3");
        assertThat(challenge.member("USERNAME")).isEqualTo("nobody");
        assertThat(say(pool, challenge.member("Session"), "nobody", "5").outcome())
                .isEqualTo(INCORRECT);
        assertThat(server.function().events())
                .allMatch(event -> event.contains("\"userNotFound\":true") && event.contains("\"userAttributes\":{}"));
        assertThat(custom(SigningIn.pool(server, TestFunction.as(FUNCTIONS)), "nobody")
                        .outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Auth 11, 20: the answer to a device that is none must not tell who exists. */
    @Test
    void aDeviceThatIsNoneIsRefusedToNobodyAsToAUser() {
        TestPool pool = SigningIn.concealing(server, TestFunction.as(FUNCTIONS) + "," + TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");

        for (String name : List.of("jane", "nobody")) {
            String session = custom(pool, name).member("Session");
            assertThat(answer(
                                    pool,
                                    "CUSTOM_CHALLENGE",
                                    session,
                                    "USERNAME",
                                    name,
                                    "ANSWER",
                                    "6",
                                    "DEVICE_KEY",
                                    "us-east-1_00000000-0000-4000-8000-000000000000")
                            .outcome())
                    .isEqualTo("ResourceNotFoundException: Device does not exist.");
            assertThat(say(pool, session, name, "6").member("ChallengeName")).isEqualTo("CUSTOM_CHALLENGE");
        }
    }

    /** Auth 9.3 and 11: where usernames are ids, nobody has one too, the same in every flow and for the functions. */
    @Test
    void inAPoolOfAddressesNobodyIsAskedByAnId() {
        TestPool pool =
                SigningIn.concealing(server, TestFunction.as(FUNCTIONS) + ",\"UsernameAttributes\":[\"email\"]");
        String number = new SrpClient(pool.pool().shortName(), PASSWORD).publicNumber();
        String id = begin(pool, "USER_SRP_AUTH", "USERNAME", "nobody@example.com", "SRP_A", number)
                .member("USER_ID_FOR_SRP");
        server.function().events().clear();

        Reply challenge = custom(pool, "nobody@example.com");

        assertThat(challenge.member("USERNAME")).isEqualTo(id);
        assertThat(challenge.body()).doesNotContain("nobody@example.com");
        assertThat(server.function().events()).allMatch(event -> event.contains("\"userName\":\"" + id + "\""));
    }

    /** Clause auth 4.3.t6. Auth 4.3. */
    @Test
    void whoHasNotConfirmedIsRefusedBeforeTheFunctionsAreAsked() {
        TestPool pool = SigningIn.pool(server, TestFunction.as(FUNCTIONS));
        pool.signUpWith("jane", "[]");

        assertThat(custom(pool, "jane").outcome()).isEqualTo("UserNotConfirmedException: User is not confirmed.");
        assertThat(server.function().events()).isEmpty();
    }

    @Test
    void ofManyAnswersAtOnceTheFunctionsSeeOne() throws Exception {
        TestPool pool = jane();
        String session = custom(pool, "jane").member("Session");
        server.function().events().clear();

        List<String> outcomes =
                LockoutTest.atOnce(32, i -> say(pool, session, "jane", "5").outcome());

        assertThat(outcomes).filteredOn(each -> each.contains("AccessToken")).hasSize(1);
        assertThat(server.function().events()).hasSize(2);
    }

    @Test
    void whatIsLeftOfConversationsIsClearedAway() {
        TestPool pool = jane();
        custom(pool, "jane");
        server.clock().advance(Duration.ofMinutes(18)); // Six sessions, one after the other.

        assertThat(rows()).isPositive();
        server.rooms().signin().sweep();
        assertThat(rows()).isZero();
    }

    private long rows() {
        return server.store()
                .read(tx -> tx.list("SELECT conversation_id FROM conversations", row -> row.string(1)))
                .size();
    }
}
