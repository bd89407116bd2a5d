package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** UpdateTerms over the wire. Reference: oauth-config B12. */
class UpdateTermsTest extends BrandingRoom {
    @Test
    void linksAreReplacedAndTheRestStays() {
        String id = terms("terms-of-use");

        assertThat(onTerms("UpdateTerms", id, "\"Links\":{\"cognito:default\":\"https://example.com/new\"}")
                        .body())
                .contains(
                        "\"Links\":{\"cognito:default\":\"https://example.com/new\"}",
                        "\"TermsName\":\"terms-of-use\"");
        assertThat(onTerms("UpdateTerms", id, "").body()).contains("https://example.com/new");
    }

    @Test
    void aNameCanChangeToOneThatIsFree() {
        String id = terms("terms-of-use");
        assertThat(onTerms("UpdateTerms", id, "\"TermsName\":\"privacy-policy\"")
                        .body())
                .contains("privacy-policy");
        terms("terms-of-use");

        assertThat(onTerms("UpdateTerms", id, "\"TermsName\":\"terms-of-use\"").fault())
                .isEqualTo("TermsExistsException");
        assertThat(onTerms("UpdateTerms", id, "\"TermsName\":\"privacy-policy\"")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatCannotBeIsRefused() {
        String id = terms("terms-of-use");

        assertThat(onTerms("UpdateTerms", id, "\"Links\":{\"cognito:default\":\"data:text/html,x\"}")
                        .outcome())
                .isEqualTo("InvalidParameterException: Links must start with https:// or http://");
        assertThat(onTerms("UpdateTerms", UNKNOWN_ID, "").outcome())
                .isEqualTo("ResourceNotFoundException: Terms do not exist.");
        assertThat(inNoPool("UpdateTerms", "\"TermsId\":\"" + id + "\"").outcome())
                .isEqualTo(NO_POOL);
    }
}
