package dev.cognate.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DescribeIdentityProvider over the wire. Reference: oauth-config B9. */
class DescribeIdentityProviderTest extends FederationRoom {
    @Test
    void itShowsWhatWasCreated() {
        String created =
                create(GOOGLE + ",\"IdpIdentifiers\":[\"example.com\"]").body();

        assertThat(describe("Google").body()).isEqualTo(created);
        assertThat(created).contains("\"IdpIdentifiers\":[\"example.com\"]");
    }

    /** "missing." */
    @Test
    void anUnknownOneIsNamed() {
        assertThat(describe("Google").outcome())
                .isEqualTo("ResourceNotFoundException: Identity provider Google does not exist.");
        assertThat(inNoPool("DescribeIdentityProvider", ",\"ProviderName\":\"Google\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
