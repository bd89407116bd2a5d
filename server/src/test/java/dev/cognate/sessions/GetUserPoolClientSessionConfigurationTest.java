package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long a client reuses an SSO session. Reference: newer. */
final class GetUserPoolClientSessionConfigurationTest extends SessionRoom {

    /** "0–129600, default 60." */
    @Test
    void aClientThatWasNeverToldReusesThemForAnHour() {
        assertThat(pool.adminCall("GetUserPoolClientSessionConfiguration", "\"ClientId\":\"" + pool.client() + "\"")
                        .outcome())
                .isEqualTo("{\"ClientId\":\"" + pool.client()
                        + "\",\"SSOSession\":{\"MaxValidityMinutes\":60},\"UserPoolId\":\"" + pool.id() + "\"}");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThat(pool.adminCall("GetUserPoolClientSessionConfiguration", "\"ClientId\":\"none\"")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool client none does not exist.");
    }
}
