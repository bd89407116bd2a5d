package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.Reply;
import dev.cognate.app.TestFunction;
import dev.cognate.app.TestPool;
import dev.cognate.wire.fault.InvalidLambdaResponseException;
import dev.cognate.wire.fault.UserLambdaValidationException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The function that changes tokens. Reference: auth 24.4, lifecycle I11. */
class PreTokenGenerationTest extends TokenRoom {
    private static final String REFUSED = "[\"us\"]";

    @Override
    TestPool newPool() {
        return server.pool(TestFunction.as("PreTokenGeneration"));
    }

    /** The pool with a function of another version, and jane in it. */
    private TestPool version(String version) {
        TestPool other = server.pool("\"LambdaConfig\":{\"PreTokenGenerationConfig\":{\"LambdaVersion\":\"" + version
                + "\",\"LambdaArn\":\"" + TestFunction.ARN + "\"}}");
        other.confirmed("jane", "[{\"Name\":\"email\",\"Value\":\"jane@example.com\"}]");
        server.function().reset();
        return other;
    }

    private String onlyEvent() {
        assertThat(server.function().events()).hasSize(1);
        return server.function().events().getFirst();
    }

    private AuthenticationResult changedBy(String details) {
        server.function().returns("{\"claimsOverrideDetails\":" + details + "}");
        return signIn();
    }

    private AuthenticationResult changedLater(String details) {
        TestPool later = version("V2_0");
        server.function().returns("{\"claimsAndScopeOverrideDetails\":" + details + "}");
        return signIn(later, null);
    }

    /** Clauses I2.t2, I11.t1. */
    @Test
    void theEventOfTheFirstVersionIsTheServices() {
        server.function().reset();
        signIn();

        assertThat(onlyEvent()).isEqualTo("""
                {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"jane",\
                "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"%s"},\
                "triggerSource":"TokenGeneration_Authentication",\
                "request":{"userAttributes":{"sub":"%s","cognito:user_status":"CONFIRMED",\
                "email":"jane@example.com"},\
                "groupConfiguration":{"groupsToOverride":[],"iamRolesToOverride":[],"preferredRole":null}},\
                "response":{"claimsOverrideDetails":null}}""".formatted(
                        pool.id(), pool.client(), pool.user("jane").sub()));
    }

    /** Clause I2.t2. */
    @ParameterizedTest
    @CsvSource({"V2_0, 2", "V3_0, 3"})
    void theLaterVersionsTellTheScopes(String version, String number) {
        signIn(version(version), null);

        assertThat(onlyEvent())
                .startsWith("{\"version\":\"" + number + "\"")
                .contains("\"scopes\":[\"aws.cognito.signin.user.admin\"]}")
                .endsWith("\"response\":{\"claimsAndScopeOverrideDetails\":null}}");
    }

    @Test
    void theEventTellsTheGroups() {
        pool.adminCall("CreateGroup", "\"GroupName\":\"admins\",\"RoleArn\":\"arn:aws:iam::123456789012:role/a\"");
        pool.adminCall("AdminAddUserToGroup", "\"GroupName\":\"admins\",\"Username\":\"jane\"");
        server.function().reset();
        signIn();

        assertThat(onlyEvent()).contains("""
                "groupConfiguration":{"groupsToOverride":["admins"],\
                "iamRolesToOverride":["arn:aws:iam::123456789012:role/a"],\
                "preferredRole":"arn:aws:iam::123456789012:role/a"}""");
    }

    /** Auth 16.1: "current groups": a function may take seconds, in which an administrator acts. */
    @Test
    void theGroupsAreThoseOfTheMomentAtWhichTheTokensAreSigned() {
        pool.adminCall("CreateGroup", "\"GroupName\":\"admins\"");
        pool.adminCall("CreateGroup", "\"GroupName\":\"users\"");
        pool.adminCall("AdminAddUserToGroup", "\"GroupName\":\"admins\",\"Username\":\"jane\"");
        server.function().answers(event -> {
            pool.adminCall("AdminRemoveUserFromGroup", "\"GroupName\":\"admins\",\"Username\":\"jane\"");
            pool.adminCall("AdminAddUserToGroup", "\"GroupName\":\"users\",\"Username\":\"jane\"");
            return new TestFunction.Answer(200, event);
        });

        AuthenticationResult result = signIn();

        assertThat(claim(result.id(), "cognito:groups")).isEqualTo("[\"users\"]");
        assertThat(claim(result.access().text(), "cognito:groups")).isEqualTo("[\"users\"]");
        pool.adminCall("AdminAddUserToGroup", "\"GroupName\":\"admins\",\"Username\":\"jane\"");
        assertThat(claim(refresh(pool, refreshToken(result), "").member("AccessToken"), "cognito:groups"))
                .isEqualTo("[\"users\"]");
    }

    /** Clauses I11.t3, auth 29.8. 29: of a refresh, with the metadata of GetTokensFromRefreshToken (auth 3). */
    @Test
    void aRefreshIsAnOccasionOfItsOwn() {
        String token = refreshToken(signIn());
        server.function().reset();
        refresh(pool, token, "\"ClientMetadata\":{\"k\":\"v\"}");

        assertThat(onlyEvent())
                .contains("\"triggerSource\":\"TokenGeneration_RefreshTokens\"", "\"clientMetadata\":{\"k\":\"v\"}");
    }

    @Test
    void aFunctionThatReturnsTheEventChangesNothing() {
        assertThat(claims(signIn().id())).contains("\"email\":\"jane@example.com\"");
    }

    /** Clause I11.t7. Version 1 changes the ID token only. */
    @Test
    void claimsAreAddedReplacedAndSuppressed() {
        AuthenticationResult result = changedBy("""
                {"claimsToAddOrOverride":{"tenant":"7","name":"J."},"claimsToSuppress":["email"]}""");

        assertThat(claims(result.id()))
                .contains("\"tenant\":\"7\"", "\"name\":\"J.\"")
                .doesNotContain("email");
        assertThat(claims(result.access().text())).doesNotContain("tenant");
    }

    @Test
    void suppressingWinsOverAdding() {
        AuthenticationResult result =
                changedBy("{\"claimsToAddOrOverride\":{\"a\":\"b\"},\"claimsToSuppress\":[\"a\"]}");

        assertThat(claim(result.id(), "a")).isEmpty();
    }

    /** The table of what may be changed; what may not is ignored. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cognito:username",
                "cognito:other",
                "sub",
                "identities",
                "aud",
                "client_id",
                "event_id",
                "device_key",
                "version",
                "acr",
                "amr",
                "at_hash",
                "auth_time",
                "azp",
                "exp",
                "iat",
                "iss",
                "jti",
                "nbf",
                "nonce",
                "origin_jti",
                "token_use",
                "username",
                "dev:custom:x",
                "scope"
            })
    void whatIsNotForFunctionsStays(String name) {
        AuthenticationResult plain = signIn();
        String details =
                "{\"claimsToAddOrOverride\":{\"%1$s\":\"forged\"},\"claimsToSuppress\":[\"%1$s\"]}".formatted(name);
        AuthenticationResult first = changedBy(details);
        AuthenticationResult later =
                changedLater("{\"idTokenGeneration\":%1$s,\"accessTokenGeneration\":%1$s}".formatted(details));

        for (AuthenticationResult each : List.of(first, later)) {
            assertThat(claims(each.id())).doesNotContain("forged");
            assertThat(claims(each.access().text())).doesNotContain("forged");
            assertThat(claim(each.id(), name).isEmpty())
                    .isEqualTo(claim(plain.id(), name).isEmpty());
            assertThat(claim(each.access().text(), name).isEmpty())
                    .isEqualTo(claim(plain.access().text(), name).isEmpty());
        }
    }

    /** Clause I11.t7. Groups are those of the function in both tokens; details that are empty or null leave none. */
    @Test
    void groupsAreReplacedOrSuppressed() {
        pool.adminCall("CreateGroup", "\"GroupName\":\"admins\",\"RoleArn\":\"arn:aws:iam::123456789012:role/a\"");
        pool.adminCall("AdminAddUserToGroup", "\"GroupName\":\"admins\",\"Username\":\"jane\"");

        AuthenticationResult other = changedBy("""
                {"groupOverrideDetails":{"groupsToOverride":["g"],"iamRolesToOverride":["arn:r"],\
                "preferredRole":"arn:r"}}""");
        assertThat(claim(other.id(), "cognito:groups")).isEqualTo("[\"g\"]");
        assertThat(claim(other.id(), "cognito:preferred_role")).isEqualTo("\"arn:r\"");
        assertThat(claim(other.access().text(), "cognito:groups")).isEqualTo("[\"g\"]");

        for (String none : List.of("{}", "null")) {
            AuthenticationResult without = changedBy("{\"groupOverrideDetails\":" + none + "}");
            assertThat(claims(without.id())).doesNotContain("cognito:groups", "cognito:roles", "preferred_role");
            assertThat(claims(without.access().text())).doesNotContain("cognito:groups");
        }
        assertThat(claim(changedBy("{}").id(), "cognito:groups")).isEqualTo("[\"admins\"]");
        assertThat(claims(
                        changedBy("{\"claimsToSuppress\":[\"cognito:groups\"]}").id()))
                .doesNotContain("cognito:groups", "cognito:roles", "preferred_role");
    }

    /** Clause I11.t8. Versions 2 and 3: any JSON, and both tokens. */
    @Test
    void laterVersionsChangeBothTokens() {
        AuthenticationResult result = changedLater("""
                {"idTokenGeneration":{"claimsToAddOrOverride":{"family":"Doe","deep":{"id":7,"on":[true,null]}},\
                "claimsToSuppress":["email"]},\
                "accessTokenGeneration":{"claimsToAddOrOverride":{"tenant":{"id":7},"n":1.5},\
                "scopesToAdd":["solar/read","two words",""]}}""");

        assertThat(claims(result.id()))
                .contains("\"family\":\"Doe\"", "\"deep\":{\"id\":7,\"on\":[true,null]}")
                .doesNotContain("email");
        assertThat(claims(result.access().text()))
                .contains("\"tenant\":{\"id\":7}", "\"n\":1.5")
                .contains("\"scope\":\"aws.cognito.signin.user.admin solar/read\"");
    }

    /** Suppressing the scope makes the token useless for the user's own operations. */
    @Test
    void theScopeCanBeSuppressed() {
        AuthenticationResult result =
                changedLater("{\"accessTokenGeneration\":{\"scopesToSuppress\":[\"aws.cognito.signin.user.admin\"]}}");

        assertThat(claim(result.access().text(), "scope")).isEqualTo("\"\"");
        assertThat(opens(result.access().text()))
                .isEqualTo("NotAuthorizedException: Access Token does not have required scopes");
    }

    /** {@code aud} of an access token: the client's id and nothing else. */
    @Test
    void anAccessTokenMayHaveItsClientAsAudience() {
        TestPool later = version("V2_0");
        for (String audience : List.of(later.client(), "other")) {
            server.function()
                    .returns("{\"claimsAndScopeOverrideDetails\":{\"accessTokenGeneration\":"
                            + "{\"claimsToAddOrOverride\":{\"aud\":\"" + audience + "\"}}}}");
            String expected = audience.equals("other") ? "" : "\"" + audience + "\"";
            assertThat(claim(signIn(later, null).access().text(), "aud")).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"claimsOverrideDetails\":{\"claimsToAddOrOverride\":{\"a\":" + REFUSED + "}}}",
                "{\"claimsOverrideDetails\":{\"claimsToAddOrOverride\":{\"a\":1}}}",
                "{\"claimsOverrideDetails\":{\"claimsToAddOrOverride\":\"a\"}}",
                "{\"claimsOverrideDetails\":\"a\"}",
                "{\"claimsOverrideDetails\":{\"claimsToSuppress\":\"a\"}}",
                "{\"claimsOverrideDetails\":{\"groupOverrideDetails\":{\"groupsToOverride\":{}}}}"
            })
    void anUnusableAnswerIsRefused(String response) {
        server.function().returns(response);

        assertThatThrownBy(this::signIn)
                .isInstanceOf(InvalidLambdaResponseException.class)
                .hasMessage("Unrecognizable lambda output");
    }

    /** A function that fails leaves everything as it was: no sign-in begins, and no refresh token is spent. */
    @Test
    void aFailureChangesNothing() {
        TestPool rotating = rotating(0);
        String token = refreshToken(signIn(rotating, null));
        server.function().fails("Not now");

        assertThatThrownBy(this::signIn)
                .isInstanceOf(UserLambdaValidationException.class)
                .hasMessage("PreTokenGeneration failed with error Not now.");
        assertThat(refresh(rotating, token, "").outcome())
                .isEqualTo("UserLambdaValidationException: PreTokenGeneration failed with error Not now.");
        int signIns = server.store()
                .<Integer>read(tx -> tx.list("SELECT event_id FROM sign_ins", row -> row.string(1))
                        .size());
        assertThat(signIns).isOne();

        server.function().reset();
        Reply reply = refresh(rotating, token, "");
        assertThat(reply.status()).isEqualTo(200);
    }
}
