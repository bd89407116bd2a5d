package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** UpdateManagedLoginBranding over the wire. Reference: oauth-config B11. */
class UpdateManagedLoginBrandingTest extends BrandingRoom {
    private static final String OPERATION = "UpdateManagedLoginBranding";

    @Test
    void eachPartIsReplacedAsAWholeAndTheRestStays() {
        String id = branding();

        assertThat(onBranding(OPERATION, id, "\"Assets\":[" + asset("FORM_LOGO", "PNG", PNG) + "]")
                        .body())
                .contains("\"UseCognitoProvidedValues\":true", "FORM_LOGO");
        assertThat(onBranding(OPERATION, id, "\"Settings\":{\"a\":1}").body())
                .contains("\"UseCognitoProvidedValues\":false", "\"Settings\":{\"a\":1}", "FORM_LOGO");
        assertThat(onBranding(OPERATION, id, "\"UseCognitoProvidedValues\":true,\"Assets\":[]")
                        .body())
                .contains("\"UseCognitoProvidedValues\":true")
                .doesNotContain("Settings\":", "FORM_LOGO");
    }

    @Test
    void whatCreateRefusesIsRefused() {
        String id = branding();

        assertThat(onBranding(OPERATION, id, "\"UseCognitoProvidedValues\":true,\"Settings\":{}")
                        .outcome())
                .endsWith("(but not both)");
        assertThat(onBranding(OPERATION, id, "\"Assets\":[" + asset("FORM_LOGO", "PNG", "AAAA") + "]")
                        .fault())
                .isEqualTo("InvalidParameterException");
        assertThat(onBranding(OPERATION, id, "\"Settings\":7").fault()).isEqualTo("InvalidParameterException");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(onBranding(OPERATION, UNKNOWN_ID, "\"Settings\":{}").outcome())
                .isEqualTo("ResourceNotFoundException: Managed login branding does not exist.");
        assertThat(pool.adminCall(OPERATION, "\"Settings\":{}").fault()).isEqualTo("InvalidParameterException");
        assertThat(inNoPool(OPERATION, "\"ManagedLoginBrandingId\":\"" + UNKNOWN_ID + "\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
