package dev.cognate.federation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity providers of type OIDC. Reference: oauth-config B9 (row OIDC and its faults), C13. */
class OidcProviderTest extends FederationRoom {
    private static final String UNREACHABLE = "InvalidParameterException: Unable to contact well-known endpoint";

    /** "discovered URLs; attributes_url_add_attributes false"; the default mapping. */
    @Test
    void endpointsAreDiscovered() {
        String issuer = publishIssuer("/good");

        assertThat(create(provider("Okta", "OIDC", oidc(issuer))).body())
                .contains(
                        "\"attributes_url\":\"" + issuer + "/userinfo\"",
                        "\"attributes_url_add_attributes\":\"false\"",
                        "\"authorize_url\":\"" + issuer + "/authorize\"",
                        "\"jwks_uri\":\"" + issuer + "/jwks\"",
                        "\"token_url\":\"" + issuer + "/token\"",
                        "\"AttributeMapping\":{\"username\":\"sub\"}");
        assertThat(create(provider("Slash", "OIDC", oidc(issuer + "/"))).status())
                .isEqualTo(200);
    }

    /** "OIDC keys." */
    @ParameterizedTest
    @ValueSource(strings = {"client_id", "authorize_scopes", "oidc_issuer", "attributes_request_method"})
    void allItsKeysAreNeeded(String missing) {
        String keys = oidc("https://idp.example.com").replaceFirst("\"" + missing + "\"", "\"x\"");

        assertThat(create(provider("Okta", "OIDC", keys)).outcome())
                .isEqualTo(
                        "InvalidParameterException: clientId, authorizeScopes, oidcIssuer and attributesRequestMethod"
                                + " are all required idp details.");
    }

    /** "request method." */
    @Test
    void attributesAreAskedByGetOrPost() {
        assertThat(create(provider(
                                "Okta", "OIDC", oidc("https://idp.example.com").replace("GET", "PUT")))
                        .outcome())
                .endsWith("Member must satisfy enum value set: [POST, GET]");
    }

    /** "OIDC issuer." */
    @ParameterizedTest
    @ValueSource(strings = {"ftp://idp.example.com", "idp.example.com", "https://", "https://jane@idp.example.com"})
    void anIssuerIsAnHttpsUrl(String issuer) {
        assertThat(create(provider("Okta", "OIDC", oidc(issuer))).outcome())
                .isEqualTo("InvalidParameterException: OIDC endpoint must start with https://");
    }

    /** "authorize_url, token_url, attributes_url, jwks_uri (used only if discovery fails)." */
    @Test
    void givenEndpointsAreForAProviderWithoutDiscovery() {
        String endpoints = """
                ,"authorize_url":"https://idp.example.com/a","token_url":"https://idp.example.com/t",\
                "attributes_url":"https://idp.example.com/u","jwks_uri":"https://idp.example.com/j\"""";

        assertThat(create(provider("Okta", "OIDC", oidc(url("/none")))).outcome())
                .isEqualTo(UNREACHABLE);
        assertThat(create(provider("Okta", "OIDC", oidc(url("/none")) + endpoints))
                        .body())
                .contains("\"token_url\":\"https://idp.example.com/t\"");
        assertThat(create(provider("Other", "OIDC", oidc(publishIssuer("/both")) + endpoints))
                        .body())
                .doesNotContain("idp.example.com");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "no JSON", "[]", "{\"token_endpoint\":7}", "{\"token_endpoint\":\"https://idp.example.com\"}"
            })
    void aDocumentThatSaysTooLittleIsNone(String document) {
        publish("/odd/.well-known/openid-configuration", document);

        assertThat(create(provider("Okta", "OIDC", oidc(url("/odd")))).outcome())
                .isEqualTo(UNREACHABLE);
    }

    /** OpenID Connect Discovery 1.0, 4.3: the issuer in the document is the one that was asked for. */
    @ParameterizedTest
    @ValueSource(strings = {"", "\"issuer\":\"https://other.example.com\",", "\"issuer\":null,"})
    void aDocumentOfAnotherIssuerIsNone(String issuer) {
        publish("/other/.well-known/openid-configuration", """
                {%s"authorization_endpoint":"https://idp.example.com/a","token_endpoint":"https://idp.example.com/t",
                "userinfo_endpoint":"https://idp.example.com/u","jwks_uri":"https://idp.example.com/j"}""".formatted(issuer));

        assertThat(create(provider("Okta", "OIDC", oidc(url("/other")))).outcome())
                .isEqualTo(UNREACHABLE);
    }

    /** Providers and those who copy their names do not agree on a slash at the end. */
    @Test
    void aSlashAtTheEndOfAnIssuerMakesNoDifference() {
        assertThat(create(provider("Okta", "OIDC", oidc(publishIssuer("/slash") + "/")))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anEndpointOfAnotherKindIsRefused() {
        publish("/evil/.well-known/openid-configuration", """
                {"issuer":"%s","authorization_endpoint":"javascript:alert(1)",
                "token_endpoint":"https://idp.example.com","userinfo_endpoint":"https://idp.example.com",
                "jwks_uri":"https://idp.example.com"}""".formatted(url("/evil")));

        assertThat(create(provider("Okta", "OIDC", oidc(url("/evil")))).outcome())
                .isEqualTo("InvalidParameterException: The endpoints of an identity provider must start with https://");
    }
}
