package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.domain.ClientId;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What CreateUserPoolClient makes (oauth-config B5, B6); its rules are in {@link ClientRulesTest}. */
final class CreateUserPoolClientTest extends ClientRoom {
    @Test
    void aNewClientHasTheDefaultsOfTheServiceAndIsDescribedAsItWasCreated() {
        String created = create("");
        String id = member("ClientId", created);

        assertThat(id).matches("[0-9a-z]{26}");
        assertThat(created).isEqualTo(DEFAULTS.replace("$id", id).replace("$pool", pool));
        assertThat(describe(id)).isEqualTo(created);
    }

    @Test
    void everyMemberThatIsGivenComesBack() {
        String[] members = {
            "\"AccessTokenValidity\":10",
            "\"AllowedOAuthFlows\":[\"code\",\"implicit\"]",
            "\"AllowedOAuthFlowsUserPoolClient\":true",
            "\"AllowedOAuthScopes\":[\"openid\",\"aws.cognito.signin.user.admin\"]",
            "\"AnalyticsConfiguration\":{\"ApplicationArn\":\"arn:aws:mobiletargeting:us-east-1:123456789012:apps/a\","
                    + "\"UserDataShared\":true}",
            "\"AuthSessionValidity\":15",
            "\"CallbackURLs\":[\"https://example.com/cb\",\"myapp://cb\"]",
            "\"DefaultRedirectURI\":\"myapp://cb\"",
            "\"EnableTokenRevocation\":false",
            "\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\",\"ALLOW_USER_AUTH\"]",
            "\"IdTokenValidity\":600",
            "\"LogoutURLs\":[\"https://example.com/out\"]",
            "\"PreventUserExistenceErrors\":\"ENABLED\"",
            "\"ReadAttributes\":[\"email\",\"email_verified\",\"sub\"]",
            "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\",\"RetryGracePeriodSeconds\":30}",
            "\"RefreshTokenValidity\":90",
            "\"SupportedIdentityProviders\":[\"COGNITO\"]",
            "\"TokenValidityUnits\":{\"AccessToken\":\"minutes\",\"IdToken\":\"seconds\",\"RefreshToken\":\"minutes\"}",
            "\"WriteAttributes\":[\"email\",\"name\"]"
        };

        String id = member("ClientId", create(String.join(",", members)));

        assertThat(describe(id)).contains(members);
    }

    @Test
    void aGeneratedSecretIsShownAndStoredSealed() {
        String created = create("\"GenerateSecret\":true");
        String secret = member("ClientSecret", created);
        ClientId id = new ClientId(member("ClientId", created));

        assertThat(secret).matches("[0-9a-z]{51}");
        assertThat(describe(id.value())).isEqualTo(created);
        assertThat(clients.require(id).secrets()).containsExactly(secret);
        assertThat(clients.require(id).toString()).doesNotContain(secret);
        assertThat(store.<String>read(tx -> tx.list("SELECT config FROM clients", row -> row.string(1))
                        .getFirst()))
                .doesNotContain("ClientSecret", secret);
        byte[] stored = store.<byte[]>read(tx -> tx.list("SELECT sealed FROM client_secrets", row -> row.bytes(1))
                .getFirst());
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain(secret);
        assertThat(keys.open(stored, "client-secret")).asString().isEqualTo(secret);
    }

    @Test
    void aSecretCanBeGivenInsteadOfGenerated() {
        String created = create("\"ClientSecret\":\"abcdefghijklmnopqrstuvwx\"");

        assertThat(member("ClientSecret", created)).isEqualTo("abcdefghijklmnopqrstuvwx");
        assertThat(refusal("\"ClientSecret\":\"abcdefghijklmnopqrstuvwx\",\"GenerateSecret\":true"))
                .isEqualTo("InvalidParameterException: ClientSecret cannot be given when GenerateSecret is true.");
        assertThat(refusal("\"ClientSecret\":\"short\""))
                .isEqualTo("InvalidParameterException: 1 validation error detected: Value at 'clientSecret' failed to"
                        + " satisfy constraint: Member must have length greater than or equal to 24");
    }

    /** Clause C2.t9. */
    @Test
    void customAttributesAddedLaterCanBeListedAtOnce() {
        api.answer(
                "AddCustomAttributes",
                "{\"UserPoolId\":\"" + pool + "\",\"CustomAttributes\":["
                        + "{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]}");

        assertThat(create("\"WriteAttributes\":[\"custom:team\"],\"ReadAttributes\":[\"custom:team\"]"))
                .contains("\"WriteAttributes\":[\"custom:team\"]");
    }
}
