package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import org.junit.jupiter.api.Test;

/** Whether a pool tracks sessions. Reference: newer. */
final class GetUserPoolSessionConfigurationTest extends SessionRoom {

    /** "DISABLED (default)"; "MaxPerUser 1–100, default 20". */
    @Test
    void aPoolThatWasNeverToldDoesNotTrack() {
        TestPool untold = server.pool("");

        assertThat(untold.adminCall("GetUserPoolSessionConfiguration", "").outcome())
                .isEqualTo("{\"TokenSession\":{\"MaxPerUser\":20},\"UserPoolId\":\"" + untold.id()
                        + "\",\"UserSessionTracking\":\"DISABLED\"}");
    }

    @Test
    void aPoolThatIsNotThereIsNotFound() {
        assertThat(server.call("GetUserPoolSessionConfiguration", "{\"UserPoolId\":\"us-east-1_NONE\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
