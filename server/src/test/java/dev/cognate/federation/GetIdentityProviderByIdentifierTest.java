package dev.cognate.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import org.junit.jupiter.api.Test;

/** GetIdentityProviderByIdentifier over the wire. Reference: oauth-config B9. */
class GetIdentityProviderByIdentifierTest extends FederationRoom {
    private Reply get(String identifier) {
        return pool.adminCall("GetIdentityProviderByIdentifier", "\"IdpIdentifier\":\"" + identifier + "\"");
    }

    @Test
    void anIdentifierFindsItsProvider() {
        String created = create(GOOGLE + ",\"IdpIdentifiers\":[\"example.com\",\"example.org\"]")
                .body();

        assertThat(get("example.org").body()).isEqualTo(created);
    }

    /** A name is no identifier; one that was taken away finds nothing. */
    @Test
    void anythingElseFindsNothing() {
        create(GOOGLE + ",\"IdpIdentifiers\":[\"example.com\"]");
        on("UpdateIdentityProvider", "Google", "\"IdpIdentifiers\":[]");

        assertThat(get("example.com").outcome())
                .isEqualTo("ResourceNotFoundException: Identity provider example.com does not exist.");
        assertThat(get("Google").fault()).isEqualTo("ResourceNotFoundException");
        assertThat(get("a".repeat(41)).fault()).isEqualTo("InvalidParameterException");
        assertThat(inNoPool("GetIdentityProviderByIdentifier", ",\"IdpIdentifier\":\"a\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
