package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a client reuses an SSO session. Reference: newer. */
final class SetUserPoolClientSessionConfigurationTest extends SessionRoom {

    @Test
    void whatWasSetIsShownUntilTheClientIsDeleted() {
        assertThat(setClient(pool.client(), 0).body()).contains("\"MaxValidityMinutes\":0");
        assertThat(setClient(pool.client(), 129_600).status()).isEqualTo(200);

        assertThat(pool.adminCall("GetUserPoolClientSessionConfiguration", "\"ClientId\":\"" + pool.client() + "\"")
                        .body())
                .contains("\"MaxValidityMinutes\":129600");
    }

    @Test
    void whatIsOutOfRangeOrNotThereIsRefused() {
        String range = "InvalidParameterException: MaxValidityMinutes is a number from 0 to 129600.";
        assertThat(setClient(pool.client(), -1).outcome()).isEqualTo(range);
        assertThat(setClient(pool.client(), 129_601).outcome()).isEqualTo(range);
        assertThat(setClient("none", 1).outcome())
                .isEqualTo("ResourceNotFoundException: User pool client none does not exist.");
    }

    /** "Tracking must be enabled; tier as above." */
    @Test
    void thePoolHasToTrackSessions() {
        setPool("DISABLED", 20);
        assertThat(setClient(pool.client(), 1).outcome()).isEqualTo(NOT_TRACKED);

        pool = server.pool("\"UserPoolTier\":\"LITE\"");
        assertThat(setClient(pool.client(), 1).fault()).isEqualTo("FeatureUnavailableInTierException");
    }
}
