package dev.cognate.federation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.store.Tx;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** CreateIdentityProvider for the providers that the service knows, row by row. Reference: oauth-config B9, B5. */
class CreateIdentityProviderTest extends FederationRoom {
    private static final String SOCIAL_KEYS =
            "InvalidParameterException: clientId, clientSecret and authorizeScopes are all required idp details.";

    /** Row Google: what the service adds, nine keys in all; the default mapping. */
    @Test
    void googleIsCompleted() {
        assertThat(create(GOOGLE).body())
                .isEqualTo("{\"IdentityProvider\":{\"AttributeMapping\":{\"username\":\"sub\"},"
                        + "\"CreationDate\":1772366400,\"LastModifiedDate\":1772366400,\"ProviderDetails\":{"
                        + "\"attributes_url\":\"https://people.googleapis.com/v1/people/me?personFields=\","
                        + "\"attributes_url_add_attributes\":\"true\",\"authorize_scopes\":\"openid email\","
                        + "\"authorize_url\":\"https://accounts.google.com/o/oauth2/v2/auth\",\"client_id\":\"id\","
                        + "\"client_secret\":\"secret\",\"oidc_issuer\":\"https://accounts.google.com\","
                        + "\"token_request_method\":\"POST\","
                        + "\"token_url\":\"https://www.googleapis.com/oauth2/v4/token\"},"
                        + "\"ProviderName\":\"Google\",\"ProviderType\":\"Google\",\"UserPoolId\":\"" + pool.id()
                        + "\"}}");
    }

    /** Row Facebook: the version of its API is in its URLs. */
    @Test
    void facebookIsCompletedForItsVersion() {
        String keys = "\"client_id\":\"id\",\"client_secret\":\"secret\",\"authorize_scopes\":\"email\"";

        assertThat(create(provider("Facebook", "Facebook", keys)).body())
                .contains(
                        "\"attributes_url\":\"https://graph.facebook.com/v17.0/me?fields=\"",
                        "\"attributes_url_add_attributes\":\"true\"",
                        "\"authorize_url\":\"https://www.facebook.com/v17.0/dialog/oauth\"",
                        "\"token_request_method\":\"GET\"",
                        "\"token_url\":\"https://graph.facebook.com/v17.0/oauth/access_token\"");
        assertThat(on(
                                "UpdateIdentityProvider",
                                "Facebook",
                                "\"ProviderDetails\":{" + keys + ",\"api_version\":\"v21.0\"}")
                        .body())
                .contains("https://graph.facebook.com/v21.0/oauth/access_token");
    }

    /** Row LoginWithAmazon. */
    @Test
    void amazonIsCompleted() {
        assertThat(create(provider(
                                "LoginWithAmazon",
                                "LoginWithAmazon",
                                "\"client_id\":\"id\",\"client_secret\":\"secret\",\"authorize_scopes\":\"profile\""))
                        .body())
                .contains(
                        "\"attributes_url\":\"https://api.amazon.com/user/profile\"",
                        "\"attributes_url_add_attributes\":\"false\"",
                        "\"authorize_url\":\"https://www.amazon.com/ap/oa\"",
                        "\"token_request_method\":\"POST\"",
                        "\"token_url\":\"https://api.amazon.com/auth/o2/token\"");
    }

    /** Row SignInWithApple: "private_key not returned". */
    @Test
    void applesPrivateKeyIsKeptAndNotShown() {
        String created =
                create(provider("SignInWithApple", "SignInWithApple", """
                "client_id":"id","team_id":"team","key_id":"key","private_key":"very private","authorize_scopes":"email\"""")).body();

        assertThat(created)
                .contains(
                        "\"attributes_url_add_attributes\":\"false\"",
                        "\"authorize_url\":\"https://appleid.apple.com/auth/authorize\"",
                        "\"oidc_issuer\":\"https://appleid.apple.com\"",
                        "\"token_request_method\":\"POST\"",
                        "\"token_url\":\"https://appleid.apple.com/auth/token\"")
                .doesNotContain("private");
        assertThat(describe("SignInWithApple").body()).isEqualTo(created);
        assertThat(kept("SignInWithApple").detail("private_key")).isEqualTo("very private");
    }

    /** Faults "social keys" and "Apple keys". */
    @ParameterizedTest
    @ValueSource(strings = {"client_id", "client_secret", "authorize_scopes"})
    void aSocialProviderNeedsAllItsKeys(String missing) {
        String keys = "\"client_id\":\"id\",\"client_secret\":\"secret\",\"authorize_scopes\":\"email\""
                .replaceFirst("\"" + missing + "\":\"[a-z]+\"", "\"" + missing + "\":\"\"");

        for (String type : new String[] {"Google", "Facebook", "LoginWithAmazon"}) {
            assertThat(create(provider(type, type, keys)).outcome()).isEqualTo(SOCIAL_KEYS);
        }
        assertThat(create(provider("SignInWithApple", "SignInWithApple", keys)).outcome())
                .isEqualTo("InvalidParameterException: clientId, privateKey, teamId, and keyId are all required idp"
                        + " details.");
    }

    /** "social name ≠ type"; the pool's own users are nobody's provider. */
    @ParameterizedTest
    @CsvSource({
        "Goggle,Google",
        "Facebook,Google",
        "Google,OIDC",
        "SignInWithApple,SAML",
        "COGNITO,OIDC",
        "Cognito,SAML"
    })
    void aNameFitsItsType(String name, String type) {
        assertThat(create(provider(name, type, "\"client_id\":\"id\"")).outcome())
                .isEqualTo("InvalidParameterException: Provider " + name + " cannot be of type " + type + ".");
    }

    /** "name length / identifiers"; the pattern of names. */
    @Test
    void formsAreChecked() {
        assertThat(create(provider("a".repeat(33), "OIDC", oidc("https://idp.example.com")))
                        .outcome())
                .contains("Member must have length less than or equal to 32");
        assertThat(create(provider("my_idp", "OIDC", oidc("https://idp.example.com")))
                        .fault())
                .isEqualTo("InvalidParameterException");
        String identifiers = "\"i\",".repeat(50) + "\"i\"";
        assertThat(create(GOOGLE + ",\"IdpIdentifiers\":[" + identifiers + "]").outcome())
                .contains("Member must have length less than or equal to 50");
    }

    /** "duplicate name". */
    @Test
    void aNameIsGivenOnce() {
        create(GOOGLE);

        assertThat(create(GOOGLE).outcome())
                .isEqualTo("DuplicateProviderException: A provider with the name Google already exists in this user"
                        + " pool.");
    }

    /** "IdpIdentifiers … unique in pool." */
    @Test
    void anIdentifierMeansOneProvider() {
        create(GOOGLE + ",\"IdpIdentifiers\":[\"example.com\",\"example.com\",\"example.org\"]");

        assertThat(create(provider(
                                        "Facebook",
                                        "Facebook",
                                        "\"client_id\":\"id\",\"client_secret\":\"secret\",\"authorize_scopes\":\"email\"")
                                + ",\"IdpIdentifiers\":[\"example.org\"]")
                        .outcome())
                .isEqualTo(
                        "InvalidParameterException: The identifier example.org is used by another identity provider of"
                                + " this user pool.");
        assertThat(describe("Facebook").fault()).isEqualTo("ResourceNotFoundException");
    }

    /** "key = pool attribute, value = IdP claim". */
    @Test
    void aMappingNamesAttributesOfThePool() {
        pool.adminCall(
                "AddCustomAttributes", "\"CustomAttributes\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]");

        assertThat(create(GOOGLE + ",\"AttributeMapping\":{\"custom:floor\":\"floor\"}")
                        .outcome())
                .isEqualTo(
                        "InvalidParameterException: Invalid attribute mapping: custom:floor: Attribute does not exist"
                                + " in the schema.");
        assertThat(create(
                                GOOGLE
                                        + ",\"AttributeMapping\":{\"email\":\"email\",\"custom:team\":\"hd\",\"username\":\"sub\"}")
                        .body())
                .contains("\"custom:team\":\"hd\"", "\"email\":\"email\"", "\"username\":\"sub\"");
    }

    /** newer: "AcrMapping (OIDC only)". */
    @Test
    void onlyOidcHasLevelsOfAuthentication() {
        assertThat(create(GOOGLE + ",\"AcrMapping\":{\"Level1\":\"a\"}").outcome())
                .isEqualTo("InvalidParameterException: AcrMapping can only be given for a provider of type OIDC.");
        String oidc = provider("Okta", "OIDC", oidc(publishIssuer("/acr")));
        assertThat(create(oidc + ",\"AcrMapping\":{\"Level5\":\"a\"}").fault()).isEqualTo("InvalidParameterException");
        assertThat(create(oidc + ",\"AcrMapping\":{\"Level2\":\"urn:mfa\"}").body())
                .contains("\"AcrMapping\":{\"Level2\":\"urn:mfa\"}");
    }

    /** B5: "COGNITO or existing provider". */
    @Test
    void aClientMayOfferIt() {
        String client = "\"ClientName\":\"app\",\"SupportedIdentityProviders\":[\"COGNITO\",\"Google\"]";
        assertThat(pool.adminCall("CreateUserPoolClient", client).outcome())
                .isEqualTo("InvalidParameterException: The provider Google does not exist for User Pool " + pool.id());

        create(GOOGLE);

        assertThat(pool.adminCall("CreateUserPoolClient", client).status()).isEqualTo(200);
    }

    /** "IdPs per pool | 300 (1,000)." */
    @Test
    void aPoolHasAThousandAndNoMore() {
        server.store().write(tx -> {
            for (int i = 0; i < 1_000; i++) {
                tx.update(
                        "INSERT INTO identity_providers (pool_id, name, config, sealed) VALUES (?, ?, '{}', ?)",
                        pool.id(),
                        "idp" + i,
                        new byte[0]);
            }
            return pool;
        });

        assertThat(create(GOOGLE).outcome())
                .isEqualTo("LimitExceededException: A user pool cannot have more than 1000 identity providers.");
    }

    @Test
    void secretsAreSealed() {
        create(GOOGLE);

        byte[] sealed = only("sealed", row -> row.bytes(1));
        String config = only("config", row -> row.string(1));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
        assertThat(config).doesNotContain("secret");
    }

    private <T> T only(String column, Tx.RowReader<T> reader) {
        return server.store()
                .<T>read(tx -> tx.list(
                                "SELECT " + column + " FROM identity_providers WHERE pool_id = ?", reader, pool.id())
                        .getFirst());
    }

    @Test
    void anUnknownPoolIsNamed() {
        assertThat(inNoPool("CreateIdentityProvider", "," + GOOGLE).outcome()).isEqualTo(NO_POOL);
    }
}
