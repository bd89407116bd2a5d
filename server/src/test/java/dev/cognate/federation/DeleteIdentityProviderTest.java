package dev.cognate.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DeleteIdentityProvider over the wire. Reference: oauth-config B9. */
class DeleteIdentityProviderTest extends FederationRoom {
    @Test
    void aDeletedOneIsGoneWithItsIdentifiers() {
        create(GOOGLE + ",\"IdpIdentifiers\":[\"example.com\"]");

        assertThat(on("DeleteIdentityProvider", "Google", "").body()).isEmpty();

        assertThat(describe("Google").fault()).isEqualTo("ResourceNotFoundException");
        assertThat(create(provider("Okta", "OIDC", oidc(publishIssuer("/delete")))
                                + ",\"IdpIdentifiers\":[\"example.com\"]")
                        .status())
                .isEqualTo(200);
    }

    /** A client that offered it keeps the name, and is not changed before the name is gone from its list. */
    @Test
    void aClientThatOfferedItMustLetItGoAtItsNextChange() {
        create(GOOGLE);
        String client =
                pool.newClient("\"SupportedIdentityProviders\":[\"Google\"]").member("ClientId");
        on("DeleteIdentityProvider", "Google", "");

        assertThat(pool.adminCall("DescribeUserPoolClient", "\"ClientId\":\"" + client + "\"")
                        .body())
                .contains("\"SupportedIdentityProviders\":[\"Google\"]");
        assertThat(pool.adminCall("UpdateUserPoolClient", """
                "ClientId":"%s","SupportedIdentityProviders":["Google"]""".formatted(client)).fault())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void anUnknownOneIsNamed() {
        assertThat(on("DeleteIdentityProvider", "Google", "").outcome())
                .isEqualTo("ResourceNotFoundException: Identity provider Google does not exist.");
        assertThat(inNoPool("DeleteIdentityProvider", ",\"ProviderName\":\"Google\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
