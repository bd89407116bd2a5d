package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CreateTerms over the wire. Reference: oauth-config B12. */
class CreateTermsTest extends BrandingRoom {
    private static final String DEFAULT = "\"cognito:default\":\"https://example.com/terms\"";

    @Test
    void theAnswerShowsTheTermsWithTheirLinks() {
        String links = DEFAULT + ",\"cognito:french\":\"https://example.com/fr\"";

        assertThat(ofClient("CreateTerms", termsMembers("terms-of-use", links)).body())
                .matches("\\{\"Terms\":\\{\"ClientId\":\"" + pool.client()
                        + "\",\"CreationDate\":1772366400,\"Enforcement\":\"NONE\","
                        + "\"LastModifiedDate\":1772366400,\"Links\":\\{[^}]+},\"TermsId\":"
                        + "\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\","
                        + "\"TermsName\":\"terms-of-use\",\"TermsSource\":\"LINK\",\"UserPoolId\":\"" + pool.id()
                        + "\"}}");
    }

    /** "TermsExistsException on a second of the same name". */
    @Test
    void aClientHasOneOfEachName() {
        terms("terms-of-use");

        assertThat(ofClient("CreateTerms", termsMembers("terms-of-use", DEFAULT))
                        .fault())
                .isEqualTo("TermsExistsException");
        assertThat(ofClient("CreateTerms", termsMembers("privacy-policy", DEFAULT))
                        .status())
                .isEqualTo(200);
    }

    /** Names, languages and links have forms; a link leads to a page and does nothing else. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"cognito:klingon\":\"https://example.com\"",
                "\"cognito:french\":\"https://example.com\"",
                "\"cognito:default\":\"javascript:alert(1)\"",
                "\"cognito:default\":\"//example.com\"",
                ""
            })
    void aBadLinkIsRefused(String links) {
        assertThat(ofClient("CreateTerms", termsMembers("terms-of-use", links)).fault())
                .isEqualTo("InvalidParameterException");
        assertThat(ofClient("CreateTerms", termsMembers("cookies", DEFAULT)).fault())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void whatDoesNotExistIsNamed() {
        assertThat(ofClient("CreateTerms", "unknown", termsMembers("terms-of-use", DEFAULT))
                        .outcome())
                .isEqualTo(NO_CLIENT);
        assertThat(inNoPool("CreateTerms", "\"ClientId\":\"a\"," + termsMembers("terms-of-use", DEFAULT))
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
