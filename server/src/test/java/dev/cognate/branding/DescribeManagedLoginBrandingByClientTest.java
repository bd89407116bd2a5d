package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DescribeManagedLoginBrandingByClient over the wire. Reference: oauth-config B11. */
class DescribeManagedLoginBrandingByClientTest extends BrandingRoom {
    private static final String OPERATION = "DescribeManagedLoginBrandingByClient";

    @Test
    void aClientFindsItsBranding() {
        String id = branding();

        assertThat(ofClient(OPERATION, "").member("ManagedLoginBrandingId")).isEqualTo(id);
        assertThat(ofClient(OPERATION, "\"ReturnMergedResources\":true").body()).contains("\"categories\":{");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(ofClient(OPERATION, "").outcome())
                .isEqualTo("ResourceNotFoundException: Managed login branding does not exist.");
        assertThat(ofClient(OPERATION, "unknown", "").outcome()).isEqualTo(NO_CLIENT);
        assertThat(inNoPool(OPERATION, "\"ClientId\":\"a\"").outcome()).isEqualTo(NO_POOL);
    }

    /** Whatever belongs to a client goes with it. */
    @Test
    void aDeletedClientTakesItsPagesAndTermsAlong() {
        giveDomain();
        String id = branding();
        String terms = terms("terms-of-use");
        ofClient("SetUICustomization", "\"CSS\":\".label-customizable{}\"");

        ofClient("DeleteUserPoolClient", "");

        assertThat(onBranding("DescribeManagedLoginBranding", id, "").fault()).isEqualTo("ResourceNotFoundException");
        assertThat(onTerms("DescribeTerms", terms, "").fault()).isEqualTo("ResourceNotFoundException");
        assertThat(server.rooms().branding().uiCustomization(pool.pool().id(), pool.client()))
                .isNull();
    }
}
