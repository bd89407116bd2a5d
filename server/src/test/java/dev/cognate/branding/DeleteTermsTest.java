package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DeleteTerms over the wire. Reference: oauth-config B12. */
class DeleteTermsTest extends BrandingRoom {
    @Test
    void deletedTermsAreGoneAndTheNameIsFree() {
        String id = terms("terms-of-use");

        assertThat(onTerms("DeleteTerms", id, "").body()).isEmpty();

        assertThat(onTerms("DescribeTerms", id, "").fault()).isEqualTo("ResourceNotFoundException");
        assertThat(terms("terms-of-use")).isNotEqualTo(id);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(onTerms("DeleteTerms", UNKNOWN_ID, "").outcome())
                .isEqualTo("ResourceNotFoundException: Terms do not exist.");
        assertThat(inNoPool("DeleteTerms", "\"TermsId\":\"" + UNKNOWN_ID + "\"").outcome())
                .isEqualTo(NO_POOL);
    }
}
