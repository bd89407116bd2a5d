package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Cognate;
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

/** Many clients that want to set one password at the same moment, whatever the database. */
abstract class PasswordRaceTest {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 1_000 : 4;

    /** Without limits, so that nobody drops out of a race for another reason. */
    private static final UnaryOperator<Cognate.Rules> UNLIMITED = TestRules.limits(CodeLimits.OFF);

    /** Opens an empty store; the server closes it. */
    abstract Store open() throws Exception;

    private TestServer server(UnaryOperator<Cognate.Rules> rules) throws Exception {
        return TestServer.on(open(), rules);
    }

    private static void addJane(TestPool pool) {
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));
    }

    private static String password(int number) {
        return "Number-" + number + "-Horse!";
    }

    @Test
    void ofManyWhoPresentOneCodeExactlyOneSetsThePassword() throws Exception {
        try (TestServer server = server(UNLIMITED)) {
            TestPool pool = server.poolVerifyingEmail();
            addJane(pool);
            for (int round = 0; round < ROUNDS; round++) {
                pool.forgot("jane");
                String code = pool.code("jane");

                List<String> outcomes = Crowd.of(
                        CLIENTS,
                        number -> pool.confirmForgot("jane", code, password(number))
                                .outcome());

                assertThat(outcomes)
                        .as("round " + round)
                        .containsOnlyOnce("{}")
                        .containsOnly(
                                "{}", "ExpiredCodeException: Invalid code provided, please request a code again.");
                assertThat(pool.hasPassword("jane", password(outcomes.indexOf("{}"))))
                        .isTrue();
            }
        }
    }

    @Test
    void theFunctionIsToldOfOneNewPasswordOnce() throws Exception {
        try (TestServer server = server(UNLIMITED)) {
            TestPool pool =
                    server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("PostConfirmation"));
            addJane(pool);
            pool.forgot("jane");
            String code = pool.code("jane");
            server.function().reset();

            Crowd.of(
                    CLIENTS,
                    number -> pool.confirmForgot("jane", code, password(number)).outcome());

            assertThat(server.function().events()).hasSize(1);
        }
    }

    /** Clause A12, for all calls together. */
    @Test
    void ofManyRequestsAtOnceExactlyFiveSendACodeAndOneIsGood() throws Exception {
        try (TestServer server = server(rules -> rules)) {
            TestPool pool = server.poolVerifyingEmail();
            addJane(pool);

            List<String> faults = Crowd.of(CLIENTS, _ -> pool.forgot("jane").fault());

            assertThat(faults).filteredOn("none"::equals).hasSize(5);
            assertThat(faults).containsOnly("none", "LimitExceededException");
            List<String> outcomes = pool.codes("jane").stream()
                    .limit(5)
                    .distinct()
                    .map(code -> pool.confirmForgot("jane", code, password(0)).fault())
                    .toList();
            assertThat(outcomes).containsOnlyOnce("none");
        }
    }

    /** Clause C6: those who lose are checked again, against the password of the winner. */
    @Test
    void ofManyWhoSetOnePasswordOnlyOneIsTheFirstToHaveIt() throws Exception {
        try (TestServer server = server(rules -> rules)) {
            TestPool pool = server.pool("\"Policies\":{\"PasswordPolicy\":{\"PasswordHistorySize\":2}}");
            pool.signUp("jane", "jane@example.com");

            List<String> faults = Crowd.of(
                    8, _ -> pool.adminSetPassword("jane", password(0), true).fault());

            assertThat(faults).containsOnlyOnce("none").containsOnly("none", "PasswordHistoryPolicyViolationException");
        }
    }

    /** The last of the invitations holds the password that is good. */
    @Test
    void ofManyNewInvitationsExactlyOneIsGood() throws Exception {
        try (TestServer server = server(rules -> rules)) {
            TestPool pool = server.pool("");
            pool.adminCreate("jane", """
                    "UserAttributes":[{"Name":"email","Value":"jane@example.com"}]""");

            List<String> faults = Crowd.of(
                    8,
                    _ -> pool.adminCreate("jane", "\"MessageAction\":\"RESEND\",\"DesiredDeliveryMediums\":[\"EMAIL\"]")
                            .fault());

            assertThat(faults).containsOnly("none");
            assertThat(pool.codes("jane")).hasSize(8).doesNotHaveDuplicates();
            assertThat(pool.codes("jane"))
                    .filteredOn(password -> pool.hasPassword("jane", password))
                    .hasSize(1);
        }
    }

    @Test
    void ofManyWhoAskForAnUnknownUserTheFunctionMakesOne() throws Exception {
        try (TestServer server = server(UNLIMITED)) {
            TestPool pool = server.pool(TestFunction.as("UserMigration"));
            server.function()
                    .returns("{\"userAttributes\":{\"email\":\"jane@example.com\",\"email_verified\":\"true\"}}");

            List<String> faults = Crowd.of(8, _ -> pool.forgot("jane").fault());

            assertThat(faults).containsOnly("none");
            assertThat(server.inbox(pool.id(), "jane")).hasSize(8);
        }
    }
}
