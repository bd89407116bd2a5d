package dev.cognate.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.pools.Api;
import dev.cognate.pools.MovableTime;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Pools;
import dev.cognate.pools.SchemaUse;
import dev.cognate.store.Store;
import dev.cognate.store.TestStores;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What an app client cannot be, sentence by sentence (oauth-config B5), and what it can. */
@TestInstance(Lifecycle.PER_CLASS)
final class ClientRulesTest {
    private static final String VALIDITY = "Invalid range for token validity.";
    private static final String OUTLIVE =
            "Access and Id Token expiration times must be less than or equal to refresh token expiration times.";
    private static final String OAUTH_INCOMPLETE = "AllowedOAuthFlows and AllowedOAuthScopes are required if user pool"
            + " client is allowed to use OAuth flows.";
    private static final String ANALYTICS = "Invalid analytics configuration given, either <application arn> or"
            + " <application id, role arn, external id> are valid";

    private Store store;
    private Api api;
    private String pool;

    @BeforeAll
    void start(@TempDir Path folder) {
        store = TestStores.sqlite(folder);
        MovableTime time = new MovableTime();
        Randomness randomness = new Randomness(new SecureRandom(), time);
        KeyRing keys = KeyRing.of(new SecureRandom(), Base64.getEncoder().encodeToString(new byte[32]));
        Pools pools = new Pools(store, time, randomness, new PoolSettings("123456789012", Duration.ofSeconds(1)));
        Clients clients = new Clients(store, pools, keys, randomness, time);
        api = new Api(pools.operations(new PageTokens(keys, time), SchemaUse.NONE), clients.operations());
        pool = api.pool("");
    }

    @AfterAll
    void stop() {
        store.close();
    }

    @ParameterizedTest
    @MethodSource({"validity", "flows", "urls", "rest"})
    void aClientThatBreaksARuleIsRefusedInTheServicesWords(String members, String refusal) {
        assertThat(api.refusal("CreateUserPoolClient", request(members)))
                .isEqualTo((refusal.contains("Exception: ") ? refusal : "InvalidParameterException: " + refusal)
                        .replace("$pool", pool));
    }

    static Stream<Arguments> validity() {
        return Stream.of(
                argumentSet(
                        "four minutes",
                        "\"AccessTokenValidity\":299,\"TokenValidityUnits\":{\"AccessToken\":\"seconds\"}",
                        VALIDITY),
                argumentSet("more than a day", "\"IdTokenValidity\":25", VALIDITY),
                argumentSet(
                        "more than a day in minutes",
                        "\"IdTokenValidity\":1441,\"TokenValidityUnits\":{\"IdToken\":\"minutes\"}",
                        VALIDITY),
                argumentSet(
                        "refresh under an hour",
                        "\"RefreshTokenValidity\":59,\"TokenValidityUnits\":{\"RefreshToken\":\"minutes\"}",
                        VALIDITY),
                argumentSet("refresh over ten years", "\"RefreshTokenValidity\":3651", VALIDITY),
                argumentSet("far beyond", "\"RefreshTokenValidity\":315360000", VALIDITY),
                argumentSet(
                        "access outlives refresh",
                        "\"AccessTokenValidity\":2,\"RefreshTokenValidity\":1,\"TokenValidityUnits\":"
                                + "{\"RefreshToken\":\"hours\"}",
                        OUTLIVE),
                argumentSet(
                        "ID outlives refresh",
                        "\"IdTokenValidity\":61,\"RefreshTokenValidity\":1,\"TokenValidityUnits\":"
                                + "{\"IdToken\":\"minutes\",\"RefreshToken\":\"hours\"}",
                        OUTLIVE),
                argumentSet(
                        "long session",
                        "\"AuthSessionValidity\":16",
                        "1 validation error detected: Value '16' at 'authSessionValidity' failed to satisfy"
                                + " constraint: Member must have value less than or equal to 15"));
    }

    static Stream<Arguments> flows() {
        return Stream.of(
                argumentSet(
                        "old and new names",
                        "\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\",\"USER_PASSWORD_AUTH\"]",
                        "Auth flow name with prefix 'ALLOW' cannot be used with legacy auth flow names."),
                argumentSet("OAuth without anything", "\"AllowedOAuthFlowsUserPoolClient\":true", OAUTH_INCOMPLETE),
                argumentSet(
                        "OAuth without scopes",
                        "\"AllowedOAuthFlowsUserPoolClient\":true,\"AllowedOAuthFlows\":[\"code\"],"
                                + "\"CallbackURLs\":[\"https://a\"]",
                        OAUTH_INCOMPLETE),
                argumentSet(
                        "OAuth without flows",
                        "\"AllowedOAuthFlowsUserPoolClient\":true,\"AllowedOAuthScopes\":[\"openid\"]",
                        OAUTH_INCOMPLETE),
                argumentSet(
                        "machine and user",
                        "\"GenerateSecret\":true,\"AllowedOAuthFlows\":[\"client_credentials\",\"code\"]",
                        "InvalidOAuthFlowException: client_credentials flow can not be selected along with code flow"
                                + " or implicit flow."),
                argumentSet(
                        "machine without a secret",
                        "\"AllowedOAuthFlows\":[\"client_credentials\"]",
                        "InvalidOAuthFlowException: client_credentials flow can not be selected if client does not"
                                + " have a client secret."),
                argumentSet(
                        "code without callback",
                        "\"AllowedOAuthFlows\":[\"code\"]",
                        "CallbackUrls can not be empty when code flow or implicit flow is selected"),
                argumentSet(
                        "implicit with no callback",
                        "\"AllowedOAuthFlows\":[\"implicit\"],\"CallbackURLs\":[]",
                        "CallbackUrls can not be empty when code flow or implicit flow is selected"),
                argumentSet(
                        "unknown scope",
                        "\"AllowedOAuthScopes\":[\"openid\",\"api/read\"]",
                        "ScopeDoesNotExistException: Invalid scope requested: api/read"),
                argumentSet(
                        "registration where there is none",
                        "\"AllowedOAuthScopes\":[\"aws.cognito/dcr/register\"]",
                        "ScopeDoesNotExistException: Invalid scope requested: aws.cognito/dcr/register"),
                argumentSet(
                        "unknown provider",
                        "\"SupportedIdentityProviders\":[\"COGNITO\",\"Google\"]",
                        "The provider Google does not exist for User Pool $pool"),
                argumentSet(
                        "rotation and refresh",
                        "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\"},\"ExplicitAuthFlows\":"
                                + "[\"ALLOW_REFRESH_TOKEN_AUTH\"]",
                        "ALLOW_REFRESH_TOKEN_AUTH cannot be used when refresh token rotation is enabled."));
    }

    static Stream<Arguments> urls() {
        return Stream.of(
                callback("http://example.com/cb", " cannot use the HTTP protocol."),
                callback("HTTP://example.com/cb", " cannot use the HTTP protocol."),
                callback("http://localhost.example.com", " cannot use the HTTP protocol."),
                callback("http://localhost@example.com", " cannot use the HTTP protocol."),
                callback("http://localhost:80@example.com", " cannot use the HTTP protocol."),
                callback("http://127.0.0.1.example.com/", " cannot use the HTTP protocol."),
                callback("http:example.com", " cannot use the HTTP protocol."),
                callback("https://example.com/cb#part", " cannot use fragment"),
                argumentSet(
                        "plain logout",
                        "\"LogoutURLs\":[\"http://example.com/out\"]",
                        "http://example.com/out cannot use the HTTP protocol."),
                argumentSet(
                        "default elsewhere",
                        "\"CallbackURLs\":[\"https://a/1\"],\"DefaultRedirectURI\":\"https://a/2\"",
                        "The default redirect URI https://a/2 is not in the callback URIs list."));
    }

    private static Arguments callback(String url, String refusal) {
        return argumentSet(url, "\"CallbackURLs\":[\"https://a\",\"" + url + "\"]", url + refusal);
    }

    static Stream<Arguments> rest() {
        String read = "Invalid read attributes specified while creating a client";
        String write = "Invalid write attributes specified while creating a client";
        String application = "\"ApplicationArn\":\"arn:aws:mobiletargeting:eu-west-1:123456789012:apps/a\"";
        String role = "\"RoleArn\":\"arn:aws:iam::123456789012:role/pinpoint\"";
        return Stream.of(
                argumentSet("unknown to read", "\"ReadAttributes\":[\"email\",\"custom:none\"]", read),
                argumentSet("unknown to write", "\"WriteAttributes\":[\"custom:none\"]", write),
                argumentSet("sub to write", "\"WriteAttributes\":[\"sub\"]", write),
                argumentSet("verified e-mail to write", "\"WriteAttributes\":[\"email_verified\"]", write),
                argumentSet("verified phone to write", "\"WriteAttributes\":[\"phone_number_verified\"]", write),
                argumentSet(
                        "context data without a secret",
                        "\"EnablePropagateAdditionalUserContextData\":true",
                        "Client Secret is required to set EnablePropagateAdditionalUserContextData as true"),
                argumentSet("analytics of nothing", "\"AnalyticsConfiguration\":{}", ANALYTICS),
                argumentSet(
                        "analytics of half",
                        "\"AnalyticsConfiguration\":{\"ApplicationId\":\"ab12\"," + role + "}",
                        ANALYTICS),
                argumentSet(
                        "analytics of both",
                        "\"AnalyticsConfiguration\":{" + application + "," + role + "}",
                        ANALYTICS),
                argumentSet(
                        "analytics elsewhere",
                        "\"AnalyticsConfiguration\":{" + application + "}",
                        "The integration with Pinpoint is not supported for the requested eu-west-1 region."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost",
                "http://localhost/",
                "http://localhost:3000/cb?a=b",
                "http://127.0.0.1:8080",
                "http://[::1]:8080/cb",
                "http://LOCALHOST?x",
                "https://example.com",
                "myapp://cb",
                "httpx://example.com"
            })
    void aBrowserMayBeSentBackThere(String url) {
        assertThat(api.answer("CreateUserPoolClient", request("\"CallbackURLs\":[\"" + url + "\"]")))
                .contains("\"CallbackURLs\":[\"" + url + "\"]");
    }

    @Test
    void aLogoutMayHaveAFragment() {
        assertThat(api.answer("CreateUserPoolClient", request("\"LogoutURLs\":[\"https://a/#b\"]")))
                .contains("https://a/#b");
    }

    @Test
    void theLimitsThemselvesAreGood() {
        String units = "\"TokenValidityUnits\":{\"AccessToken\":\"minutes\",\"IdToken\":\"days\",\"RefreshToken\":";
        assertThat(api.answer(
                        "CreateUserPoolClient",
                        request("\"AccessTokenValidity\":5,\"IdTokenValidity\":1,\"RefreshTokenValidity\":3650," + units
                                + "\"days\"}")))
                .contains("\"RefreshTokenValidity\":3650");
        assertThat(api.answer(
                        "CreateUserPoolClient",
                        request("\"AccessTokenValidity\":60,\"IdTokenValidity\":1,\"RefreshTokenValidity\":24," + units
                                + "\"hours\"}")))
                .contains("\"RefreshTokenValidity\":24");
    }

    @ParameterizedTest
    @ValueSource(strings = {"days 30", "hours 720", "minutes 43200", "seconds 2592000"})
    void zeroMeansThirtyDaysInWhateverUnit(String expected) {
        String[] unitAndNumber = expected.split(" ", -1);
        assertThat(api.answer(
                        "CreateUserPoolClient",
                        request("\"RefreshTokenValidity\":0,\"TokenValidityUnits\":{\"RefreshToken\":\""
                                + unitAndNumber[0] + "\"}")))
                .contains("\"RefreshTokenValidity\":" + unitAndNumber[1] + ",");
    }

    @Test
    void flowsWithoutTheFlagAreStored() {
        assertThat(api.answer(
                        "CreateUserPoolClient",
                        request("\"AllowedOAuthFlows\":[\"client_credentials\"],\"GenerateSecret\":true,"
                                + "\"EnablePropagateAdditionalUserContextData\":true")))
                .contains("\"AllowedOAuthFlows\":[\"client_credentials\"],\"AllowedOAuthFlowsUserPoolClient\":false");
    }

    @Test
    void thePoolThatTakesRegistrationsHasTheirScope() {
        String registering = api.pool("\"DcrConfiguration\":{\"EnableStatus\":\"Enabled\"}");

        assertThat(api.answer(
                        "CreateUserPoolClient",
                        request("\"AllowedOAuthScopes\":[\"aws.cognito/dcr/register\"]")
                                .replace(pool, registering)))
                .contains("aws.cognito/dcr/register");
    }

    @Test
    void theThreeOlderMembersOfAnalyticsBelongTogether() {
        String analytics = "\"AnalyticsConfiguration\":{\"ApplicationId\":\"ab12\",\"ExternalId\":\"x\",\"RoleArn\":"
                + "\"arn:aws:iam::123456789012:role/pinpoint\"}";

        assertThat(api.answer("CreateUserPoolClient", request(analytics))).contains(analytics);
    }

    private String request(String members) {
        return "{\"UserPoolId\":\"" + pool + "\",\"ClientName\":\"web\"," + members + "}";
    }
}
