package dev.cognate.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** UpdateIdentityProvider over the wire. Reference: oauth-config B9. */
class UpdateIdentityProviderTest extends FederationRoom {
    private Reply update(String members) {
        return on("UpdateIdentityProvider", "Google", members);
    }

    /** "omitted members keep their value." */
    @Test
    void whatIsLeftOutStays() {
        create(GOOGLE + ",\"IdpIdentifiers\":[\"example.com\"]");

        assertThat(update("\"AttributeMapping\":{\"email\":\"email\"}").body())
                .contains(
                        "\"AttributeMapping\":{\"email\":\"email\"}",
                        "\"IdpIdentifiers\":[\"example.com\"]",
                        "\"client_secret\":\"secret\"");
        assertThat(update("\"IdpIdentifiers\":[\"example.com\",\"example.org\"]")
                        .body())
                .contains("\"AttributeMapping\":{\"email\":\"email\"}", "\"example.org\"");
    }

    @Test
    void detailsAreReplacedAndCheckedAsAWhole() {
        create(GOOGLE);

        assertThat(update("\"ProviderDetails\":{\"client_id\":\"new\"}").outcome())
                .isEqualTo("InvalidParameterException: clientId, clientSecret and authorizeScopes are all required idp"
                        + " details.");
        assertThat(update("""
            "ProviderDetails":{"client_id":"new","client_secret":"newer","authorize_scopes":"openid"}\
            """).body())
                .contains("\"client_id\":\"new\"", "\"client_secret\":\"newer\"", "\"token_request_method\":\"POST\"");
    }

    @Test
    void onlyTheDateOfTheChangeMoves() {
        create(GOOGLE);
        server.clock().advance(Duration.ofMinutes(1));

        assertThat(update("").body()).contains("\"CreationDate\":1772366400,\"LastModifiedDate\":1772366460");
        server.clock().advance(Duration.ofMinutes(-1));
    }

    @Test
    void whatCreateRefusesIsRefused() {
        create(GOOGLE);
        create(provider("Okta", "OIDC", oidc(publishIssuer("/update"))) + ",\"IdpIdentifiers\":[\"example.com\"]");

        assertThat(update("\"IdpIdentifiers\":[\"example.com\"]").fault()).isEqualTo("InvalidParameterException");
        assertThat(update("\"AttributeMapping\":{\"custom:none\":\"a\"}").fault())
                .isEqualTo("InvalidParameterException");
        assertThat(update("\"AcrMapping\":{\"Level1\":\"a\"}").fault()).isEqualTo("InvalidParameterException");
        assertThat(on("UpdateIdentityProvider", "Okta", "\"AcrMapping\":{\"Level1\":\"a\"}")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownOneIsNamed() {
        assertThat(update("").outcome())
                .isEqualTo("ResourceNotFoundException: Identity provider Google does not exist.");
        assertThat(inNoPool("UpdateIdentityProvider", ",\"ProviderName\":\"Google\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }

    /** The issuer's document is fetched between two looks at the provider. */
    @Test
    void anotherProviderThatTookTheNameMeanwhileIsNotChanged() {
        String issuer = publishIssuer("/meanwhile");
        create(provider("Corp", "OIDC", oidc(publishIssuer("/before"))));
        onVisit("/meanwhile/.well-known/openid-configuration", () -> {
            on("DeleteIdentityProvider", "Corp", "");
            create(provider("Corp", "SAML", samlFile(SamlDocuments.GOOD)));
        });

        assertThat(on("UpdateIdentityProvider", "Corp", "\"ProviderDetails\":{" + oidc(issuer) + "}")
                        .fault())
                .isEqualTo("ConcurrentModificationException");
        assertThat(describe("Corp").body()).contains("\"ProviderType\":\"SAML\"");
    }
}
