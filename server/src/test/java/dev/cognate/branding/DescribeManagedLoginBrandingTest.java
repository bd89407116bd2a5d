package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DescribeManagedLoginBranding over the wire. Reference: oauth-config B11. */
class DescribeManagedLoginBrandingTest extends BrandingRoom {
    private static final String OPERATION = "DescribeManagedLoginBranding";

    @Test
    void itShowsWhatWasCreated() {
        String id = branding();

        assertThat(onBranding(OPERATION, id, "").body())
                .contains("\"UseCognitoProvidedValues\":true", id)
                .doesNotContain("Settings");
    }

    /** "ReturnMergedResources merges Cognito defaults." */
    @Test
    void onDemandTheDefaultsShowThroughTheSettings() {
        String id = ofClient("CreateManagedLoginBranding", """
                "Settings":{"componentClasses":{"buttons":{"borderRadius":2.5}},"own":true}""").member("ManagedLoginBrandingId");

        assertThat(onBranding(OPERATION, id, "\"ReturnMergedResources\":true").body())
                .contains("\"buttons\":{\"borderRadius\":2.5}", "\"own\":true")
                .contains("\"colorSchemeMode\":\"LIGHT\"", "\"components\":{", "\"signUp\":{");
        assertThat(onBranding(OPERATION, id, "\"ReturnMergedResources\":false").body())
                .doesNotContain("colorSchemeMode");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(onBranding(OPERATION, UNKNOWN_ID, "").outcome())
                .isEqualTo("ResourceNotFoundException: Managed login branding does not exist.");
        String id = branding();
        pool = server.pool("");
        assertThat(onBranding(OPERATION, id, "").fault()).isEqualTo("ResourceNotFoundException");
        assertThat(onBranding(OPERATION, "1", "").fault()).isEqualTo("InvalidParameterException");
        assertThat(inNoPool(OPERATION, "\"ManagedLoginBrandingId\":\"" + id + "\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
