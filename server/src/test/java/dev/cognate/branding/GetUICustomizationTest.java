package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GetUICustomization over the wire. Reference: oauth-config B11. */
class GetUICustomizationTest extends BrandingRoom {
    private void set(String client, String colour) {
        ofClient("SetUICustomization", client, "\"CSS\":\".label-customizable{color:" + colour + "}\"");
    }

    /** "falls back client→ALL". */
    @Test
    void aClientHasItsOwnElseThatOfAll() {
        giveDomain();
        set("ALL", "red");
        assertThat(ofClient("GetUICustomization", "").body()).contains("red", "\"ClientId\":\"ALL\"");

        set(pool.client(), "blue");

        assertThat(ofClient("GetUICustomization", "").body()).contains("blue", pool.client());
        assertThat(pool.adminCall("GetUICustomization", "").body()).contains("red");
    }

    @Test
    void withoutAnyTheStructureIsEmpty() {
        assertThat(ofClient("GetUICustomization", "").body()).isEqualTo("{\"UICustomization\":{}}");
        assertThat(pool.adminCall("GetUICustomization", "").body()).isEqualTo("{\"UICustomization\":{}}");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(ofClient("GetUICustomization", "unknown", "").outcome()).isEqualTo(NO_CLIENT);
        assertThat(inNoPool("GetUICustomization", "\"ClientId\":\"ALL\"").outcome())
                .isEqualTo(NO_POOL);
    }
}
