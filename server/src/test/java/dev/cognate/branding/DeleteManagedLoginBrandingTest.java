package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DeleteManagedLoginBranding over the wire. Reference: oauth-config B11. */
class DeleteManagedLoginBrandingTest extends BrandingRoom {
    private static final String OPERATION = "DeleteManagedLoginBranding";

    @Test
    void aDeletedOneIsGoneAndTheClientMayHaveAnother() {
        String id = branding();

        assertThat(onBranding(OPERATION, id, "").body()).isEmpty();

        assertThat(ofClient("DescribeManagedLoginBrandingByClient", "").fault()).isEqualTo("ResourceNotFoundException");
        assertThat(branding()).isNotEqualTo(id);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(onBranding(OPERATION, UNKNOWN_ID, "").outcome())
                .isEqualTo("ResourceNotFoundException: Managed login branding does not exist.");
        assertThat(inNoPool(OPERATION, "\"ManagedLoginBrandingId\":\"" + UNKNOWN_ID + "\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
