package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** GetUserAttributeVerificationCode, by the clauses of lifecycle E6 and A12. */
class GetUserAttributeVerificationCodeTest {
    private static final String JANE = "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]";
    private static final String BOTH = "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"},"
            + "{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]";
    private static final String SMS = "\"SmsConfiguration\":{\"SnsCallerArn\":\"arn:aws:iam::123456789012:role/sms\"}";
    private static final String TOO_MANY =
            "LimitExceededException: Attempt limit exceeded, please try after some time.";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    static Reply ask(TestPool pool, String token, String attribute) {
        return pool.callAs(token, "GetUserAttributeVerificationCode", "\"AttributeName\":\"" + attribute + "\"");
    }

    /** Clauses A9.2, E6.t2. Also for attributes that the pool does not verify by itself. */
    @Test
    void aCodeIsSent() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", JANE);

        assertThat(ask(pool, pool.accessToken("jane"), "email").body())
                .isEqualTo("{\"CodeDeliveryDetails\":{\"AttributeName\":\"email\",\"DeliveryMedium\":\"EMAIL\","
                        + "\"Destination\":\"j***@e***\"}}");
        assertThat(pool.code("jane")).matches("[0-9]{6}");
    }

    @Test
    void aPhoneNumberGetsItBySms() {
        TestPool pool = server.pool(SMS);
        pool.confirmed("jane", BOTH);

        assertThat(ask(pool, pool.accessToken("jane"), "phone_number").body())
                .contains("\"DeliveryMedium\":\"SMS\"", "+*******0100");
    }

    /** Clause E6.t2. */
    @Test
    void aVerifiedAddressGetsACodeToo() {
        TestPool pool = server.poolVerifyingEmail();
        String token = UpdateUserAttributesTest.verifiedJane(pool);

        assertThat(ask(pool, token, "email").status()).isEqualTo(200);
        assertThat(pool.codes("jane")).hasSize(2);
    }

    /** Clause E6.t3. */
    @Test
    void anAddressThatWaitsGetsTheCode() {
        TestPool pool = server.pool(VerifyUserAttributeTest.WAITING);
        String token = UpdateUserAttributesTest.verifiedJane(pool);
        UpdateUserAttributesTest.update(pool, token, "email", "new@example.org");

        assertThat(ask(pool, token, "email").member("Destination")).isEqualTo("n***@e***");
        assertThat(server.inbox(pool.id(), "jane").getFirst().message().destination())
                .isEqualTo("new@example.org");
    }

    /** Clause E6.t1. */
    @ParameterizedTest
    @CsvSource({
        "name, Only email and phone_number can be verified.",
        "email, User does not have email set.",
        "phone_number, User does not have phone_number set."
    })
    void whatCannotBeVerifiedIsRefused(String attribute, String text) {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(ask(pool, pool.accessToken("jane"), attribute).outcome())
                .isEqualTo("InvalidParameterException: " + text);
    }

    /** Clause A12.5. A12: five an hour, for both attributes together. */
    @Test
    void theSixthWithinAnHourIsRefusedWhateverTheAttribute() {
        TestPool pool = server.pool(SMS);
        pool.confirmed("jane", BOTH);
        String token = pool.accessToken("jane");
        for (String attribute : new String[] {"email", "phone_number", "email", "phone_number", "phone_number"}) {
            assertThat(ask(pool, token, attribute).status()).isEqualTo(200);
        }

        assertThat(ask(pool, token, "email").outcome()).isEqualTo(TOO_MANY);
        assertThat(ask(pool, token, "phone_number").outcome()).isEqualTo(TOO_MANY);
        server.clock().advance(Duration.ofHours(1));
        assertThat(ask(pool, pool.accessToken("jane"), "phone_number").status()).isEqualTo(200);
    }

    /** Clauses D3.5, E6.t4, I4.7. I4. */
    @Test
    void theFunctionIsAsked() {
        TestPool pool = server.pool(TestFunction.as("CustomMessage"));
        pool.confirmed("jane", JANE);
        server.function().reset();

        ask(pool, pool.accessToken("jane"), "email");

        assertThat(server.function().events())
                .singleElement()
                .asString()
                .contains("\"triggerSource\":\"CustomMessage_VerifyUserAttribute\"");
    }

    /** The address is another by the time that the code could be stored: it must not become the new one's code. */
    @Test
    void aCodeForAnAddressThatChangesMeanwhileIsNotIssued() {
        TestPool pool = server.pool(TestFunction.as("CustomMessage"));
        pool.confirmed("jane", JANE);
        String token = pool.accessToken("jane");
        server.function().answers(event -> {
            UpdateUserAttributesTest.update(pool, token, "email", "victim@example.org");
            return new TestFunction.Answer(200, event);
        });

        assertThat(ask(pool, token, "email").outcome()).isEqualTo("TooManyRequestsException: Rate exceeded");
        assertThat(pool.codes("jane")).isEmpty();
        server.function().reset();
    }
}
