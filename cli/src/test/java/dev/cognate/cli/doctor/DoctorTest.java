package dev.cognate.cli.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is found about pools, app clients and users. */
class DoctorTest {
    private final RecordingServer server = new RecordingServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private DoctorTest told(String json) {
        server.willAnswer(200, json);
        return this;
    }

    private Terminal.Result doctor(String... more) {
        List<String> words = new ArrayList<>(List.of("doctor", "--user-pool-id", "us-east-1_E", "--client-id", "abc"));
        words.addAll(List.of(more));
        return new Terminal().with("AWS_ENDPOINT_URL", server.address()).run(words.toArray(String[]::new));
    }

    @Test
    void aSoundClientIsSound() {
        told("{\"UserPool\":{\"Name\":\"demo\"}}")
                .told("{\"UserPoolClient\":{\"ClientName\":\"web\",\"PreventUserExistenceErrors\":\"ENABLED\"}}");
        assertThat(doctor()).isEqualTo(new Terminal.Result(0, """
                ok     the user pool demo is there
                ok     the app client web is there
                ok     USER_SRP_AUTH is allowed
                """, ""));
    }

    @Test
    void aFlowThatIsNotAllowedAndAUserWhoHasNotConfirmed() {
        told("{\"UserPool\":{\"Name\":\"demo\",\"MfaConfiguration\":\"ON\"}}")
                .told("{\"UserPoolClient\":{\"ClientName\":\"web\",\"ClientSecret\":\"s3cret\","
                        + "\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\"]}}")
                .told("{\"Username\":\"jane\",\"Enabled\":true,\"UserStatus\":\"UNCONFIRMED\"}");
        Terminal.Result result = doctor("--flow", "USER_PASSWORD_AUTH", "--username", "jane");
        assertThat(result.status()).isEqualTo(1);
        assertThat(result.out())
                .contains("note   every user needs a second factor")
                .contains("note   it has a secret")
                .contains("WRONG  USER_PASSWORD_AUTH is not allowed: update-user-pool-client --explicit-auth-flows"
                        + " ALLOW_USER_SRP_AUTH ALLOW_USER_PASSWORD_AUTH allows it")
                .contains("note   tokens cannot be refreshed")
                .contains("WRONG  the user has not confirmed yet")
                .doesNotContain("s3cret");
    }

    /** Reference: oauth-config B5. The older names add to SRP and refreshing, and cannot stand beside today's. */
    @ParameterizedTest
    @CsvSource({
        "USER_PASSWORD_AUTH, USER_PASSWORD_AUTH, ok     USER_PASSWORD_AUTH is allowed",
        "USER_PASSWORD_AUTH, USER_SRP_AUTH, ok     USER_SRP_AUTH is allowed",
        "USER_PASSWORD_AUTH, REFRESH_TOKEN, ok     REFRESH_TOKEN is allowed",
        "USER_PASSWORD_AUTH, USER_AUTH, WRONG  USER_AUTH is not allowed: update-user-pool-client --explicit-auth-flows"
                + " ALLOW_USER_SRP_AUTH ALLOW_USER_PASSWORD_AUTH ALLOW_REFRESH_TOKEN_AUTH ALLOW_USER_AUTH"
                + " replaces the older names",
        "ADMIN_NO_SRP_AUTH, ADMIN_USER_PASSWORD_AUTH, ok     ADMIN_USER_PASSWORD_AUTH is allowed",
        "CUSTOM_AUTH_FLOW_ONLY, USER_SRP_AUTH, WRONG  USER_SRP_AUTH is not allowed"
    })
    void olderNamesOfFlows(String name, String flow, String finding) {
        told("{\"UserPool\":{\"Name\":\"demo\"}}")
                .told("{\"UserPoolClient\":{\"ClientName\":\"web\",\"ExplicitAuthFlows\":[\"" + name + "\"]}}");
        assertThat(doctor("--flow", flow).out()).contains(finding).doesNotContain("cannot be refreshed");
    }

    @Test
    void aClientWhoseRefreshTokensRotateHasAnOperationForThem() {
        told("{\"UserPool\":{\"Name\":\"demo\"}}")
                .told("{\"UserPoolClient\":{\"ClientName\":\"web\",\"ExplicitAuthFlows\":[\"ALLOW_USER_SRP_AUTH\"],"
                        + "\"RefreshTokenRotation\":{\"Feature\":\"ENABLED\"}}}");
        assertThat(doctor("--flow", "REFRESH_TOKEN_AUTH").out())
                .contains("WRONG  REFRESH_TOKEN_AUTH is not allowed: its refresh tokens rotate,"
                        + " get-tokens-from-refresh-token takes them");
    }

    @Test
    void aFlowThatNobodyKnowsIsRefused() {
        Terminal.Result result = doctor("--flow", "SRP");
        assertThat(result.status()).isEqualTo(252);
        assertThat(result.err()).contains("--flow is code or an AuthFlow: ADMIN_NO_SRP_AUTH, ", ", USER_SRP_AUTH");
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void whatBrowsersNeed() {
        told("{\"UserPool\":{\"Name\":\"demo\"}}").told("{\"UserPoolClient\":{\"ClientName\":\"web\"}}");
        assertThat(doctor("--flow", "code").out())
                .contains(
                        "WRONG  the sign-in pages have no address",
                        "WRONG  it may not use OAuth",
                        "WRONG  it may not ask for codes",
                        "WRONG  browsers cannot be sent back",
                        "WRONG  no users may use it");
    }

    @Test
    void whatACustomSignInNeeds() {
        told("{\"UserPool\":{\"Name\":\"demo\",\"LambdaConfig\":{\"DefineAuthChallenge\":\"arn\"}}}")
                .told("{\"UserPoolClient\":{\"ClientName\":\"web\"}}");
        assertThat(doctor("--flow", "CUSTOM_AUTH").out())
                .contains("ok     the function DefineAuthChallenge is set")
                .contains("WRONG  the function CreateAuthChallenge is not set");
    }

    @Test
    void aPoolThatIsNotThereEndsIt() {
        server.willAnswer(
                400,
                "{\"__type\":\"ResourceNotFoundException\",\"message\":\"User pool us-east-1_E does not exist.\"}");
        assertThat(doctor())
                .isEqualTo(new Terminal.Result(
                        1,
                        "WRONG  An error occurred (ResourceNotFoundException) when calling the DescribeUserPool operation:"
                                + " User pool us-east-1_E does not exist.\n",
                        ""));
    }
}
