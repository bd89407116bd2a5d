package dev.cognate.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import org.junit.jupiter.api.Test;

/** ListIdentityProviders over the wire. Reference: oauth-config B9, B17. */
class ListIdentityProvidersTest extends FederationRoom {
    /** "returns ProviderName, ProviderType, dates." */
    @Test
    void nameTypeAndDatesAreShown() {
        create(GOOGLE);

        assertThat(pool.adminCall("ListIdentityProviders", "").body())
                .isEqualTo("{\"Providers\":[{\"CreationDate\":1772366400,\"LastModifiedDate\":1772366400,"
                        + "\"ProviderName\":\"Google\",\"ProviderType\":\"Google\"}]}");
    }

    /** "MaxResults 0–60." */
    @Test
    void theyComePageByPageByName() {
        create(GOOGLE);
        create(provider("Corp", "SAML", samlFile(SamlDocuments.GOOD)));

        Reply first = pool.adminCall("ListIdentityProviders", "\"MaxResults\":1");
        assertThat(first.body()).contains("Corp").doesNotContain("Google");
        assertThat(pool.adminCall(
                                "ListIdentityProviders",
                                "\"MaxResults\":1,\"NextToken\":\"" + first.member("NextToken") + "\"")
                        .body())
                .contains("Google")
                .doesNotContain("Corp", "NextToken");
        assertThat(pool.adminCall("ListIdentityProviders", "\"MaxResults\":0").body())
                .contains("Google", "Corp");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(pool.adminCall("ListIdentityProviders", "\"MaxResults\":61").fault())
                .isEqualTo("InvalidParameterException");
        assertThat(pool.adminCall("ListIdentityProviders", "\"NextToken\":\"x\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: Invalid pagination token");
        assertThat(inNoPool("ListIdentityProviders", "").outcome()).isEqualTo(NO_POOL);
    }
}
