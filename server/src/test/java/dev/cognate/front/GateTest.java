package dev.cognate.front;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Request rates at the front. Reference: oauth-config B19, newer. */
class GateTest {
    private static final String LIMIT =
            "{\"LimitDefinition\":{\"LimitClass\":\"API_CATEGORY\",\"Attributes\":{\"Category\":\"UserPoolRead\"}}%s}";

    /** Clauses A2.s5, A4.11. "TooManyRequestsException Rate exceeded"; LimitManagement has one request a second. */
    @Test
    void aRequestBeyondTheRateIsRefusedUntilTimeHasPassed() {
        try (TestServer server = TestServer.start(TestRules.quotas())) {
            assertThat(server.call("GetProvisionedLimit", LIMIT.formatted("")).status())
                    .isEqualTo(200);
            Reply refused = server.call("GetProvisionedLimit", LIMIT.formatted(""));
            assertThat(refused.outcome()).isEqualTo("TooManyRequestsException: Rate exceeded");
            assertThat(refused.status()).isEqualTo(400);

            server.clock().advance(Duration.ofSeconds(1));
            assertThat(server.call("GetProvisionedLimit", LIMIT.formatted("")).status())
                    .isEqualTo(200);
        }
    }

    @Test
    void withoutQuotasNothingIsCounted() {
        try (TestServer server = TestServer.start()) {
            for (int i = 0; i < 5; i++) {
                assertThat(server.call("GetProvisionedLimit", LIMIT.formatted(""))
                                .status())
                        .isEqualTo(200);
            }
        }
    }
}
