package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import org.junit.jupiter.api.Test;

/** Tracking on and off. Reference: newer. */
final class SetUserPoolSessionConfigurationTest extends SessionRoom {

    @Test
    void whatWasSetIsShown() {
        String set = "{\"TokenSession\":{\"MaxPerUser\":3},\"UserPoolId\":\"" + pool.id()
                + "\",\"UserSessionTracking\":\"ENABLED\"}";

        assertThat(track(3).outcome()).isEqualTo(set);
        assertThat(pool.adminCall("GetUserPoolSessionConfiguration", "").outcome())
                .isEqualTo(set);
    }

    /** "MaxPerUser 1–100"; "Set replaces everything, all members required". */
    @Test
    void whatIsOutOfRangeOrMissingIsRefused() {
        String range = "InvalidParameterException: MaxPerUser is a number from 1 to 100.";
        assertThat(track(0).outcome()).isEqualTo(range);
        assertThat(track(101).outcome()).isEqualTo(range);
        assertThat(track(1).status()).isEqualTo(200);
        assertThat(track(100).status()).isEqualTo(200);
        assertThat(pool.adminCall("SetUserPoolSessionConfiguration", "\"UserSessionTracking\":\"ENABLED\"")
                        .fault())
                .isEqualTo("InvalidParameterException");
    }

    /** "ESSENTIALS or PLUS tier, else FeatureUnavailableInTierException." */
    @Test
    void thePoolNeedsATierThatHasIt() {
        pool = server.pool("\"UserPoolTier\":\"LITE\"");

        assertThat(track(20).outcome())
                .isEqualTo("FeatureUnavailableInTierException: The following feature is not available for the LITE"
                        + " pricing tier configured: User Session Tracking");
    }

    @Test
    void aPoolThatIsNotThereIsNotFound() {
        pool = new TestPool(server, "us-east-1_NONE", "none");

        assertThat(track(20).outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
