package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestClock;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.wire.model.UserPoolClientType;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reference: auth 26, 14.3 (M2M), 24.4 (V3), 29; newer.md. */
class GetClientTokenTest extends TokenRoom {
    private TestPool machine;
    private String secret = "";

    @Override
    TestPool newPool() {
        return functionOf("V3_0");
    }

    private TestPool functionOf(String version) {
        return server.pool("\"LambdaConfig\":{\"PreTokenGenerationConfig\":{\"LambdaVersion\":\"" + version
                + "\",\"LambdaArn\":\"" + TestFunction.ARN + "\"}}");
    }

    @BeforeEach
    void makeClient() {
        machine = machineOf(pool);
        server.function().reset();
    }

    private TestPool machineOf(TestPool of) {
        Reply made = of.newClient("\"GenerateSecret\":true,\"ExplicitAuthFlows\":[\"ALLOW_CLIENT_TOKEN_AUTH\"]");
        secret = made.member("ClientSecret");
        return of.through(made.member("ClientId"));
    }

    private Reply ask(TestPool through, String with, String members) {
        return through.call("GetClientToken", "\"Secret\":\"" + with + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    @Test
    void theAnswerIsATokenOfTheClientItself() {
        Reply reply = ask(machine, secret, "");

        assertThat(reply.body())
                .matches("\\{\"ClientAuthenticationResult\":\\{\"AccessToken\":\"[^\"]+\",\"ExpiresIn\":3600,"
                        + "\"TokenType\":\"Bearer\"}}");
        long now = TestClock.START.getEpochSecond();
        assertThat(claims(reply.member("AccessToken")))
                .matches(
                        "\\{\"sub\":\"" + machine.client() + "\",\"token_use\":\"access\",\"scope\":\"\",\"auth_time\":"
                                + now + ",\"iss\":\"" + server.url() + "/" + pool.id() + "\",\"exp\":" + (now + 3600)
                                + ",\"iat\":" + now + ",\"version\":2,\"jti\":\"[0-9a-f-]{36}\",\"client_id\":\""
                                + machine.client() + "\"}");
    }

    /** It opens nobody's account. */
    @Test
    void theTokenIsNoUsers() {
        assertThat(opens(ask(machine, secret, "").member("AccessToken")))
                .isEqualTo("NotAuthorizedException: Access Token does not have required scopes");
    }

    /** Clause auth 12.17. */
    @Test
    void aWrongSecretIsRefused() {
        assertThat(ask(machine, "x".repeat(30), "").outcome())
                .isEqualTo("NotAuthorizedException: Invalid client or secret");
    }

    @Test
    void aClientThatDoesNotExistIsNotFound() {
        assertThat(ask(machine.through("nobody"), secret, "").outcome())
                .isEqualTo("ResourceNotFoundException: User pool client nobody does not exist.");
    }

    /** ExplicitAuthFlows must be exactly this one. */
    @Test
    void aClientForUsersGetsNone() {
        Reply made = pool.newClient("\"GenerateSecret\":true");

        assertThat(ask(pool.through(made.member("ClientId")), made.member("ClientSecret"), "")
                        .outcome())
                .isEqualTo("InvalidParameterException: CLIENT_TOKEN_AUTH is not enabled for the client.");
        assertThat(pool.adminCall(
                                "CreateUserPoolClient",
                                "\"ClientName\":\"both\",\"ExplicitAuthFlows\":"
                                        + "[\"ALLOW_CLIENT_TOKEN_AUTH\",\"ALLOW_USER_AUTH\"]")
                        .outcome())
                .isEqualTo("InvalidParameterException: ALLOW_CLIENT_TOKEN_AUTH cannot be used with other auth flows.");
    }

    @Test
    void aScopeThatTheClientDoesNotHaveIsRefused() {
        for (String scope : List.of("solar/read", "openid", "aws.cognito.signin.user.admin")) {
            assertThat(ask(machine, secret, "\"Scopes\":[\"" + scope + "\"]").outcome())
                    .isEqualTo("InvalidParameterException: Invalid scope requested: " + scope);
        }
    }

    /** Standard scopes are of users; those of resource servers are the client's. */
    @Test
    void onlyScopesOfResourceServersAreAClientsOwn() {
        UserPoolClientType config = client(machine).config().toBuilder()
                .allowedOAuthScopes(List.of("openid", "solar/read"))
                .build();

        assertThat(new dev.cognate.clients.Client(
                                client(machine).id(), client(machine).pool(), config, List.of())
                        .ownScopes())
                .containsExactly("solar/read");
    }

    /** Clauses I11.t4, auth 29.10. The event of the third version: scopes and metadata, and no user. */
    @Test
    void theFunctionIsToldOfNoUser() {
        ask(machine, secret, "\"ClientMetadata\":{\"k\":\"v\"}");

        assertThat(server.function().events()).containsExactly("""
                {"version":"3","region":"us-east-1","userPoolId":"%s",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},\
                "triggerSource":"TokenGeneration_ClientCredentials",\
                "request":{"userAttributes":{},\
                "groupConfiguration":{"groupsToOverride":[],"iamRolesToOverride":[],"preferredRole":null},\
                "scopes":[],"clientMetadata":{"k":"v"}},\
                "response":{"claimsAndScopeOverrideDetails":null}}""".formatted(pool.id(), machine.client()));
    }

    @Test
    void theFunctionChangesTheToken() {
        server.function().returns("""
                {"claimsAndScopeOverrideDetails":{"accessTokenGeneration":{"claimsToAddOrOverride":{"tenant":7,\
                "sub":"forged"},"scopesToAdd":["solar/read"]}}}""");

        assertThat(claims(ask(machine, secret, "").member("AccessToken")))
                .contains("\"tenant\":7", "\"scope\":\"solar/read\"")
                .doesNotContain("forged");
    }

    /** Clause auth 29.10. 29: V3 only. */
    @Test
    void anEarlierFunctionIsNotAsked() {
        for (String version : List.of("V1_0", "V2_0")) {
            assertThat(ask(machineOf(functionOf(version)), secret, "").status()).isEqualTo(200);
        }
        assertThat(server.function().events()).isEmpty();
    }

    /** The model gives this operation no fault of functions. */
    @Test
    void aFunctionThatFailsWithholdsTheToken() {
        server.function().fails("No");
        assertThat(ask(machine, secret, "").outcome())
                .isEqualTo("NotAuthorizedException: PreTokenGeneration failed with error No.");

        server.function().answers(event -> new TestFunction.Answer(200, "[]"));
        assertThat(ask(machine, secret, "").outcome())
                .isEqualTo("InvalidParameterException: Unrecognizable lambda output");
    }
}
