package dev.cognate.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With quotas on, every operation has a rate: the model lists TooManyRequestsException. Reference: oauth-config B19. */
class ThrottledTest {
    /** More than the greatest rate, which is that of answers to challenges. */
    private static final int ENOUGH = 400;

    /** "Rate exceeded"; the clock stands still, so that nothing is filled up meanwhile. */
    @Test
    void everyOperationIsThrottled() {
        List<String> operations = ApiModel.read().operations("TooManyRequestsException");
        try (TestServer server = TestServer.start(TestRules.quotas())) {
            for (String operation : operations) {
                assertThat(lastOf(server, operation).outcome())
                        .as(operation)
                        .isEqualTo("TooManyRequestsException: Rate exceeded");
            }
        }
    }

    /** The first answer that is no complaint about the empty request. */
    private static Reply lastOf(TestServer server, String operation) {
        Reply reply = server.call(operation, "{}");
        for (int i = 0; i < ENOUGH && reply.fault().equals("InvalidParameterException"); i++) {
            reply = server.call(operation, "{}");
        }
        return reply;
    }
}
