package dev.cognate.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SetUserSettings, by the clauses of auth 19.2 and 27. */
class SetUserSettingsTest {
    static final String SMS = "{\"DeliveryMedium\":\"SMS\",\"AttributeName\":\"phone_number\"}";
    static final String PHONE = "[{\"Name\":\"phone_number\",\"Value\":\"+12065550100\"}]";
    private static final String SHOWN =
            "\"MFAOptions\":[{\"AttributeName\":\"phone_number\",\"DeliveryMedium\":\"SMS\"}]";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Reply set(TestPool pool, String token, String options) {
        return pool.callAs(token, "SetUserSettings", "\"MFAOptions\":[" + options + "]");
    }

    @Test
    void smsIsSetShownAndCleared() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", PHONE);
        String token = pool.accessToken("jane");

        assertThat(set(pool, token, SMS).body()).isEqualTo("{}");
        assertThat(pool.callAs(token, "GetUser", "").body()).contains(SHOWN);
        assertThat(pool.adminGetUser("jane").body()).contains(SHOWN);

        assertThat(set(pool, token, "").body()).isEqualTo("{}");
        assertThat(pool.callAs(token, "GetUser", "").body()).doesNotContain("MFAOptions");
    }

    @Test
    void withoutAPhoneNumberThereIsNothingToSendTo() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(set(pool, pool.accessToken("jane"), SMS).outcome())
                .isEqualTo("InvalidParameterException: User does not have delivery config set to turn on SMS_MFA");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"DeliveryMedium\":\"EMAIL\",\"AttributeName\":\"email\"}",
                "{\"DeliveryMedium\":\"SMS\",\"AttributeName\":\"name\"}"
            })
    void otherWaysAreRefused(String option) {
        TestPool pool = server.pool("");
        pool.confirmed("jane", PHONE);

        assertThat(set(pool, pool.accessToken("jane"), option).outcome())
                .isEqualTo("InvalidParameterException: MFAOptions can only be SMS to phone_number.");
    }
}
