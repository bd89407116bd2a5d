package dev.cognate.mfa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GetUserPoolMfaConfig. Reference: auth 19.1, oauth-config B15. What is set is shown in SetUserPoolMfaConfigTest. */
class GetUserPoolMfaConfigTest {
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

    private static String shown(TestPool pool) {
        return pool.adminCall("GetUserPoolMfaConfig", "").body();
    }

    /** Clause auth 19.1.t1. */
    @Test
    void aNewPoolShowsThatMfaIsOffAndNothingElse() {
        assertThat(shown(server.pool(""))).isEqualTo("{\"MfaConfiguration\":\"OFF\"}");
    }

    @Test
    void aPoolThatWasCreatedWithMfaTakesCodesBySms() {
        TestPool pool =
                server.pool("\"MfaConfiguration\":\"OPTIONAL\",\"AutoVerifiedAttributes\":[\"phone_number\"]," + SMS);

        assertThat(shown(pool)).isEqualTo("{\"MfaConfiguration\":\"OPTIONAL\",\"SmsMfaConfiguration\":{" + SMS + "}}");
    }

    @Test
    void factorsOfAPoolWhoseMfaWasUpdatedToOffAreNotShown() {
        TestPool pool = server.pool("");
        TestApp.take(pool, "ON", TestApp.TOKENS);

        pool.adminCall("UpdateUserPool", "");

        assertThat(shown(pool)).isEqualTo("{\"MfaConfiguration\":\"OFF\"}");
    }

    @Test
    void aPoolThatIsNotThereIsNotFound() {
        assertThat(server.call("GetUserPoolMfaConfig", "{\"UserPoolId\":\"us-east-1_Missing01\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_Missing01 does not exist.");
    }
}
