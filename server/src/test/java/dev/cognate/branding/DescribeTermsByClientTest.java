package dev.cognate.branding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DescribeTermsByClient over the wire. Reference: newer. */
class DescribeTermsByClientTest extends BrandingRoom {
    @Test
    void termsAreFoundByClientAndName() {
        terms("privacy-policy");
        String id = terms("terms-of-use");

        assertThat(ofClient("DescribeTermsByClient", "\"TermsName\":\"terms-of-use\"")
                        .member("TermsId"))
                .isEqualTo(id);
    }

    @Test
    void whatDoesNotExistIsNotFound() {
        assertThat(ofClient("DescribeTermsByClient", "\"TermsName\":\"terms-of-use\"")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: Terms do not exist.");
        assertThat(ofClient("DescribeTermsByClient", "unknown", "\"TermsName\":\"terms-of-use\"")
                        .outcome())
                .isEqualTo(NO_CLIENT);
        assertThat(server.call("DescribeTermsByClient", "{\"UserPoolId\":\"x\",\"ClientId\":\"\",\"TermsName\":\"\"}")
                        .fault())
                .isEqualTo("ResourceNotFoundException");
    }
}
