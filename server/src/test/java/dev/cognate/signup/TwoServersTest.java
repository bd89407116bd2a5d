package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Cognate;
import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import dev.cognate.codes.CodeLimits;
import dev.cognate.store.Crowd;
import dev.cognate.store.TestPostgres;
import dev.cognate.store.TestStores;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers on one PostgreSQL are one service: what one begins the other finishes, and both keep one count. */
class TwoServersTest {
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 1_000 : 20;

    private String database = "";
    private TestServer one;
    private TestServer other;

    @BeforeEach
    void start() {
        database = TestPostgres.freshDatabase();
        one = server(rules -> rules);
        other = server(rules -> rules);
    }

    private TestServer server(UnaryOperator<Cognate.Rules> rules) {
        return TestServer.on(TestStores.postgres(database), rules);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    /** The same pool, asked for at another server. */
    private static TestPool at(TestServer server, TestPool pool) {
        return new TestPool(server, pool.id(), pool.client());
    }

    @Test
    void aCodeSentByOneIsConfirmedByTheOtherOnce() {
        TestPool here = one.poolVerifyingEmail();
        TestPool there = at(other, here);
        here.signUp("jane", "jane@example.com");
        other.clock().advance(Duration.ofSeconds(1));
        there.resend("jane");
        List<String> codes = there.codes("jane");

        assertThat(codes).hasSize(2).isEqualTo(here.codes("jane"));
        assertThat(there.confirm("jane", codes.getLast()).fault())
                .as("the code that was replaced")
                .isEqualTo("CodeMismatchException");
        assertThat(there.confirm("jane", codes.getFirst()).outcome()).isEqualTo("{}");
        assertThat(here.confirm("jane", codes.getFirst()).outcome())
                .isEqualTo("NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
    }

    @Test
    void ofManyWhoPresentOneCodeToBothExactlyOneConfirms() throws Exception {
        UnaryOperator<Cognate.Rules> unlimited = TestRules.limits(CodeLimits.OFF);
        try (TestServer first = server(unlimited);
                TestServer second = server(unlimited)) {
            TestPool here = first.poolVerifyingEmail();
            TestPool there = at(second, here);
            for (int round = 0; round < ROUNDS; round++) {
                String username = "user" + round;
                here.signUp(username, "jane@example.com");
                String code = here.code(username);

                List<String> outcomes = Crowd.of(
                        32,
                        number -> (number % 2 == 0 ? here : there)
                                .confirm(username, code)
                                .outcome());

                assertThat(outcomes)
                        .as("round " + round)
                        .containsOnlyOnce("{}")
                        .containsOnly(
                                "{}", "NotAuthorizedException: User cannot be confirmed. Current status is CONFIRMED");
            }
        }
    }

    @Test
    void bothKeepOneCount() throws Exception {
        TestPool here = one.poolVerifyingEmail();
        TestPool there = at(other, here);
        here.signUp("jane", "jane@example.com");

        List<String> faults = Crowd.of(
                32, number -> (number % 2 == 0 ? here : there).resend("jane").fault());

        assertThat(faults).filteredOn("none"::equals).hasSize(5);
        assertThat(faults).containsOnly("none", "LimitExceededException");
    }

    @Test
    void bothTellTheSameOfAUserWhoDoesNotExist() {
        TestPool here = one.pool("""
                "AutoVerifiedAttributes":["phone_number"],\
                "SmsConfiguration":{"SnsCallerArn":"arn:aws:iam::123456789012:role/sms"}""").concealing();

        assertThat(at(other, here).resend("nobody").body())
                .isEqualTo(here.resend("nobody").body());
    }

    @Test
    void aPageThatOneBeginsTheOtherContinues() {
        TestPool here = one.poolVerifyingEmail();
        here.signUp("jane", "jane@example.com");
        here.signUp("john", "john@example.com");

        Reply first = here.adminCall("ListUsers", "\"Limit\":1");
        Reply second = at(other, here)
                .adminCall("ListUsers", "\"Limit\":1,\"PaginationToken\":\"" + first.member("PaginationToken") + "\"");

        assertThat(List.of(first.member("Username"), second.member("Username"))).containsExactly("jane", "john");
    }
}
