package dev.cognate.signup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ResendConfirmationCode through a client that conceals whether users exist: lifecycle A8, E3 rows 7 and 11. */
class ConcealmentTest {
    private static final String TO_JANE = """
            {"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"j***@e***"}}""";
    private static final String TOO_MANY =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";
    private static final String SMS = "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** Clauses A8.t1, E3.7. */
    @Test
    void aConcealingClientIsNotToldThatAUserIsConfirmed() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("jane", "jane@example.com");
        pool.confirm("jane", pool.code("jane"));

        assertThat(pool.concealing().resend("jane").body()).isEqualTo(TO_JANE);
        assertThat(pool.codes("jane")).hasSize(1);
    }

    /** Clauses A8.2c, A8.s3, E3.11. */
    @Test
    void aConcealingClientIsToldOfADeliveryThatNeverTakesPlace() {
        TestPool pool = server.poolVerifyingEmail().concealing();

        Reply first = pool.resend("nobody");

        assertThat(first.body()).isEqualTo("""
                        {"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"u***@y***"}}""");
        assertThat(pool.resend("nobody").body()).isEqualTo(first.body());
        assertThat(server.inbox(pool.id(), "nobody")).isEmpty();
    }

    /** Clause A8.s2. The medium follows the form of the name. */
    @Test
    void theInventedDeliveryFollowsTheFormOfTheName() {
        TestPool email = server.poolVerifyingEmail().concealing();
        assertThat(email.resend("who@example.org").member("Destination")).isEqualTo("w***@e***");

        TestPool phone = server.pool("\"AutoVerifiedAttributes\":[\"phone_number\"]," + SMS)
                .concealing();
        assertThat(phone.resend("+491701234567").member("Destination")).isEqualTo("+********4567");
        String invented = phone.resend("somebody").member("Destination");
        assertThat(invented).matches("\\+\\*{7}\\d{4}");
        assertThat(phone.resend("somebody").member("Destination")).isEqualTo(invented);
    }

    /** Clause A8.s3. A name without a user is limited as well, or the limit would tell them apart. */
    @Test
    void aConcealedNameIsLimitedLikeAUser() {
        TestPool pool = server.poolVerifyingEmail().concealing();
        for (int request = 1; request <= 5; request++) {
            assertThat(pool.resend("nobody").status()).isEqualTo(200);
        }
        assertThat(pool.resend("nobody").outcome()).isEqualTo(TOO_MANY);
        assertThat(pool.resend("somebody").status()).isEqualTo(200);
    }

    /** Clause A8: a client that conceals is answered in one form, whoever is asked for. */
    @Test
    void aConcealingClientCannotTellUsersApartByTheFormOfTheAnswer() {
        TestPool pool = server.poolVerifyingEmail();
        pool.signUp("unconfirmed", "user@yourmail.com");
        pool.signUp("confirmed", "user@yourmail.com");
        pool.confirm("confirmed", pool.code("confirmed"));
        pool.signUp("disabled", "user@yourmail.com");
        pool.disable("disabled");
        TestPool concealing = pool.concealing();

        List<Reply> replies = Stream.of("unconfirmed", "confirmed", "disabled", "unknown")
                .map(concealing::resend)
                .toList();

        assertThat(replies).extracting(Reply::status).containsOnly(200);
        assertThat(replies).extracting(Reply::body).containsOnly("""
                {"CodeDeliveryDetails":{"AttributeName":"email","DeliveryMedium":"EMAIL","Destination":"u***@y***"}}""");
        assertThat(replies)
                .extracting(reply -> reply.headers().map().keySet())
                .as("the same header fields")
                .containsOnly(replies.getFirst().headers().map().keySet());
    }

    /**
     * Clause A8: a client that tells of the device has an event kept for a user, which takes time; as much is done for
     * nobody, and nothing remains of it. A trigger of the database sees it.
     */
    @ParameterizedTest
    @ValueSource(strings = {"ResendConfirmationCode", "ForgotPassword"})
    void theEventOfARequestCostsAsMuchForNobody(String operation) {
        TestPool pool = server.poolVerifyingEmail().concealing();
        server.store().write(tx -> {
            tx.update("CREATE TABLE IF NOT EXISTS witness (pool_id TEXT NOT NULL)");
            return tx.update("""
                    CREATE TRIGGER IF NOT EXISTS events_seen AFTER INSERT ON user_events
                    BEGIN INSERT INTO witness VALUES (NEW.pool_id); END""");
        });

        pool.call(operation, "\"Username\":\"nobody\",\"UserContextData\":{\"EncodedData\":\"device-1\"}");

        assertThat(rows("witness", pool)).isEqualTo(1);
        assertThat(rows("user_events", pool)).isZero();
    }

    private static long rows(String table, TestPool pool) {
        return server.store()
                .read(tx -> tx.list(
                        "SELECT pool_id FROM %s WHERE pool_id = ?".formatted(table), row -> row.string(1), pool.id()))
                .size();
    }

    /** Clause A8: whoever asks must not learn that there is a user without an address. */
    @Test
    void aConcealingClientIsNotToldThatAUserHasNoAddress() {
        TestPool verifying = server.poolVerifyingEmail();
        verifying.signUpWith("jane", "[]");
        TestPool silent = server.pool("");
        silent.signUp("jane", "jane@example.com");

        for (TestPool pool : List.of(verifying.concealing(), silent.concealing())) {
            assertThat(pool.resend("jane").body())
                    .isEqualTo(pool.resend("nobody").body())
                    .contains("u***@y***");
        }
    }

    /** Clause A12: the count is the user's, before and after the confirmation and under every name. */
    @Test
    void confirmingDoesNotBeginANewCount() {
        TestPool pool = server.poolVerifyingEmail();
        String sub = pool.signUp("jane", "jane@example.com").member("UserSub");
        TestPool concealing = pool.concealing();
        concealing.resend("jane");
        pool.admin("AdminConfirmSignUp", "jane");

        for (String name : List.of("jane", sub, "jane", sub)) {
            assertThat(concealing.resend(name).status()).isEqualTo(200);
        }
        assertThat(concealing.resend("jane").outcome()).isEqualTo(TOO_MANY);
        assertThat(concealing.resend(sub).outcome()).isEqualTo(TOO_MANY);
    }

    /** Clause A8: what becomes of a user while the function is asked is nothing that the client may learn. */
    @ParameterizedTest
    @ValueSource(strings = {"AdminDeleteUser", "AdminDisableUser", "AdminConfirmSignUp"})
    void aConcealingClientIsNotToldWhatBecameOfTheUserMeanwhile(String change) {
        TestPool pool = server.pool("\"AutoVerifiedAttributes\":[\"email\"]," + TestFunction.as("CustomMessage"));
        pool.signUp("jane", "jane@example.com");
        TestPool concealing = pool.concealing();
        server.function().answers(event -> {
            pool.admin(change, "jane");
            return new TestFunction.Answer(200, event);
        });

        Reply reply = concealing.resend("jane");

        server.function().reset();
        assertThat(reply.body()).isEqualTo(TO_JANE);
        assertThat(pool.codes("jane")).hasSize(1);
    }
}
