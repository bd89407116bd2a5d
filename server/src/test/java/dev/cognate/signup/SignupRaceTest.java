package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Cognate;
import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.codes.CodeLimits;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Many clients that want the same thing at the same moment: exactly one gets it, whatever the database. */
abstract class SignupRaceTest {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 1_000 : 20;

    /** Without limits, so that nobody drops out of a race for another reason. */
    private static final UnaryOperator<Cognate.Rules> UNLIMITED = TestRules.limits(CodeLimits.OFF);

    /** Opens an empty store; the server closes it. */
    abstract Store open() throws Exception;

    private TestServer server(UnaryOperator<Cognate.Rules> rules) throws Exception {
        return TestServer.on(open(), rules);
    }

    @Test
    void ofManyWhoPresentOneCodeExactlyOneConfirms() throws Exception {
        try (TestServer server = server(UNLIMITED)) {
            TestPool pool = server.poolVerifyingEmail();
            for (int round = 0; round < ROUNDS; round++) {
                String username = "user" + round;
                pool.signUp(username, "jane@example.com");
                String code = pool.code(username);

                List<String> outcomes =
                        Crowd.of(CLIENTS, _ -> pool.confirm(username, code).outcome());

                assertThat(outcomes).as("round " + round).containsOnlyOnce("{}");
                assertThat(outcomes)
                        .as("round " + round)
                        .containsOnly(
                                "{}", "NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
            }
        }
    }

    @Test
    void theFunctionIsToldOfOneConfirmationOnce() throws Exception {
        try (TestServer server = server(UNLIMITED)) {
            TestPool pool =
                    server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("PostConfirmation"));
            pool.signUp("jane", "jane@example.com");
            String code = pool.code("jane");

            Crowd.of(CLIENTS, _ -> pool.confirm("jane", code).outcome());

            assertThat(server.function().events()).hasSize(1);
        }
    }

    @Test
    void ofManyWhoWantOneUsernameExactlyOneGetsIt() throws Exception {
        try (TestServer server = server(rules -> rules)) {
            TestPool pool = server.poolVerifyingEmail();

            List<Reply> replies = Crowd.of(CLIENTS, number -> pool.signUp("jane", "jane" + number + "@example.com"));

            assertThat(replies).filteredOn(reply -> reply.status() == 200).hasSize(1);
            assertThat(replies)
                    .filteredOn(reply -> reply.status() != 200)
                    .extracting(Reply::outcome)
                    .containsOnly("UsernameExistsException: User already exists");
            int winner = replies.indexOf(replies.stream()
                    .filter(reply -> reply.status() == 200)
                    .findFirst()
                    .orElseThrow());
            assertThat(pool.adminGetUser("jane").body()).contains("jane" + winner + "@example.com");
            assertThat(server.inbox(pool.id(), "jane"))
                    .singleElement()
                    .satisfies(each ->
                            assertThat(each.message().destination()).isEqualTo("jane" + winner + "@example.com"));
        }
    }

    @Test
    void ofManyWhoSignUpWithOneAddressExactlyOneGetsIt() throws Exception {
        try (TestServer server = server(rules -> rules)) {
            TestPool pool = server.pool("\"UsernameAttributes\":[\"email\"]");

            List<String> faults = Crowd.of(
                    CLIENTS, _ -> pool.signUpWith("jane@example.com", "[]").fault());

            assertThat(faults).containsOnlyOnce("none").containsOnly("none", "UsernameExistsException");
            assertThat(server.call("ListUsers", "{\"UserPoolId\":\"" + pool.id() + "\"}")
                            .body()
                            .split("\"Username\"", -1))
                    .hasSize(2);
        }
    }

    @Test
    void ofManyWhoConfirmOneAliasExactlyOneGetsIt() throws Exception {
        try (TestServer server = server(rules -> rules)) {
            TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"],\"AliasAttributes\":[\"email\"]");
            List<String> codes = Crowd.of(CLIENTS, number -> {
                pool.signUp("user" + number, "shared@example.com");
                return pool.code("user" + number);
            });

            List<String> faults = Crowd.of(
                    CLIENTS,
                    number -> pool.confirm("user" + number, codes.get(number)).fault());

            assertThat(faults).containsOnlyOnce("none").containsOnly("none", "AliasExistsException");
            assertThat(pool.adminGetUser("shared@example.com").member("Username"))
                    .isEqualTo("user" + faults.indexOf("none"));
        }
    }

    @Test
    void ofManyWhoAskForACodeExactlyFiveGetOneAndOneOfThemIsGood() throws Exception {
        try (TestServer server = server(rules -> rules)) {
            TestPool pool = server.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");

            List<String> faults = Crowd.of(CLIENTS, _ -> pool.resend("jane").fault());

            assertThat(faults).filteredOn("none"::equals).hasSize(5);
            assertThat(faults).containsOnly("none", "LimitExceededException");
            List<String> codes = pool.codes("jane");
            assertThat(codes).hasSize(6);
            List<String> outcomes = codes.stream()
                    .distinct()
                    .map(code -> pool.confirm("jane", code).fault())
                    .toList();
            assertThat(outcomes).containsOnlyOnce("none");
        }
    }

    @Test
    void ofManyTriesAtOnceExactlyFifteenAreLookedAt() throws Exception {
        try (TestServer server = server(rules -> rules)) {
            TestPool pool = server.poolVerifyingEmail();
            pool.signUp("jane", "jane@example.com");

            List<String> faults = Crowd.of(
                    CLIENTS, number -> pool.confirm("jane", "guess" + number).fault());

            assertThat(faults).filteredOn("CodeMismatchException"::equals).hasSize(15);
            assertThat(faults).containsOnly("CodeMismatchException", "LimitExceededException");
        }
    }
}
