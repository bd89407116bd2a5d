package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import org.junit.jupiter.api.Test;

/** ListTerms over the wire. Reference: oauth-config B12, B17. */
class ListTermsTest extends BrandingRoom {
    @Test
    void termsAreListedWithoutTheirLinks() {
        String id = terms("terms-of-use");

        assertThat(pool.adminCall("ListTerms", "").body())
                .isEqualTo("{\"Terms\":[{\"CreationDate\":1772366400,\"Enforcement\":\"NONE\","
                        + "\"LastModifiedDate\":1772366400,\"TermsId\":\"" + id
                        + "\",\"TermsName\":\"terms-of-use\"}]}");
    }

    /** "MaxResults 1–60." */
    @Test
    void theyComePageByPage() {
        terms("terms-of-use");
        terms("privacy-policy");

        Reply first = pool.adminCall("ListTerms", "\"MaxResults\":1");
        Reply last =
                pool.adminCall("ListTerms", "\"MaxResults\":1,\"NextToken\":\"" + first.member("NextToken") + "\"");
        assertThat(last.body()).doesNotContain("NextToken");
        assertThat(first.body() + last.body()).contains("terms-of-use", "privacy-policy");
        assertThat(pool.adminCall("ListTerms", "\"MaxResults\":0").fault()).isEqualTo("InvalidParameterException");
        assertThat(pool.adminCall("ListTerms", "\"NextToken\":\"x\"").outcome())
                .isEqualTo("InvalidParameterException: Invalid pagination token");
        assertThat(inNoPool("ListTerms", "\"MaxResults\":1").outcome()).isEqualTo(NO_POOL);
    }
}
