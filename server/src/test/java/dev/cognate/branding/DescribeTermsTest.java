package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DescribeTerms over the wire. Reference: oauth-config B12. */
class DescribeTermsTest extends BrandingRoom {
    @Test
    void termsAreFoundByTheirId() {
        String id = terms("privacy-policy");

        assertThat(onTerms("DescribeTerms", id, "").body())
                .contains(id, "\"Links\":{\"cognito:default\":\"https://example.com/privacy-policy\"}");
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(onTerms("DescribeTerms", UNKNOWN_ID, "").outcome())
                .isEqualTo("ResourceNotFoundException: Terms do not exist.");
        assertThat(onTerms("DescribeTerms", "1", "").fault()).isEqualTo("InvalidParameterException");
        assertThat(inNoPool("DescribeTerms", "\"TermsId\":\"" + UNKNOWN_ID + "\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
