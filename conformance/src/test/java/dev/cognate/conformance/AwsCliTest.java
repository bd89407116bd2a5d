package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AWS CLI, where one is installed, against the packaged program. */
class AwsCliTest {
    @TempDir
    private static Path folder;

    private static Program program;

    @BeforeAll
    static void start() {
        assumeTrue(Shell.has("aws"), "The AWS CLI is not on the PATH: its tests are left out");
        program = Program.start(folder, "--demo");
    }

    @AfterAll
    static void stop() {
        if (program != null) {
            program.close();
        }
    }

    @Test
    void theExampleOfTheDocumentationWorksAsPrinted() {
        Shell.Result result = unsigned("resend-confirmation-code", "--client-id", Program.CLIENT, "--username", "jane");

        assertThat(result.err()).isEmpty();
        assertThat(result.status()).isZero();
        assertThat(result.out()).isEqualTo("""
                        {
                            "CodeDeliveryDetails": {
                                "Destination": "j***@e***",
                                "DeliveryMedium": "EMAIL",
                                "AttributeName": "email"
                            }
                        }
                        """);
    }

    @Test
    void aUserSignsUpLosesTheCodeAsksAgainAndConfirms() {
        String pool = text(signed(
                "create-user-pool",
                "--pool-name",
                "p",
                "--auto-verified-attributes",
                "email",
                "--query",
                "UserPool.Id",
                "--output",
                "text"));
        String client = text(signed(
                "create-user-pool-client",
                "--user-pool-id",
                pool,
                "--client-name",
                "c",
                "--query",
                "UserPoolClient.ClientId",
                "--output",
                "text"));
        assertThat(unsigned(
                        "sign-up",
                        "--client-id",
                        client,
                        "--username",
                        "mary",
                        "--password",
                        "Corr3ct-Horse!",
                        "--user-attributes",
                        "Name=email,Value=mary@example.com"))
                .satisfies(result -> assertThat(result.status()).isZero());
        String lost = newestCode(pool, "mary");
        unsigned("resend-confirmation-code", "--client-id", client, "--username", "mary");
        String code = newestCode(pool, "mary");

        assertThat(unsigned("confirm-sign-up", "--client-id", client, "--username", "mary", "--confirmation-code", lost)
                        .err())
                .contains("An error occurred (CodeMismatchException) when calling the ConfirmSignUp operation: "
                        + "Invalid verification code provided, please try again.");
        assertThat(unsigned("confirm-sign-up", "--client-id", client, "--username", "mary", "--confirmation-code", code)
                        .status())
                .isZero();
        assertThat(text(signed(
                        "admin-get-user",
                        "--user-pool-id",
                        pool,
                        "--username",
                        "mary",
                        "--query",
                        "UserStatus",
                        "--output",
                        "text")))
                .isEqualTo("CONFIRMED");
        assertThat(text(signed(
                        "list-users",
                        "--user-pool-id",
                        pool,
                        "--filter",
                        "email = \"mary@example.com\"",
                        "--query",
                        "Users[].Username",
                        "--output",
                        "text")))
                .isEqualTo("mary");
    }

    @Test
    void errorsReachTheCommandLineByNameAndText() {
        assertThat(unsigned("resend-confirmation-code", "--client-id", "unknown", "--username", "jane")
                        .err())
                .contains("An error occurred (ResourceNotFoundException) when calling the ResendConfirmationCode "
                        + "operation: User pool client unknown does not exist.");
        assertThat(unsigned("resend-confirmation-code", "--client-id", Program.CLIENT, "--username", "nobody")
                        .err())
                .contains(
                        "An error occurred (UserNotFoundException) when calling the ResendConfirmationCode operation: "
                                + "Username/client id combination not found.");
        assertThat(signed("list-groups", "--user-pool-id", "us-east-1_nowhere").err())
                .contains("An error occurred (ResourceNotFoundException) when calling the ListGroups operation: "
                        + "User pool us-east-1_nowhere does not exist.");
    }

    private static String newestCode(String pool, String username) {
        return program.get("/_cognate/messages?userPoolId=" + pool + "&username=" + username)
                .member("code");
    }

    private static String text(Shell.Result result) {
        assertThat(result.err()).isEmpty();
        return result.out().strip();
    }

    private static Shell.Result unsigned(String... arguments) {
        return aws(List.of("--no-sign-request"), arguments);
    }

    private static Shell.Result signed(String... arguments) {
        return aws(List.of(), arguments);
    }

    private static Shell.Result aws(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of("aws", "cognito-idp"));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--endpoint-url", program.url(), "--region", "us-east-1"));
        command.addAll(options);
        return Shell.run(
                Map.of(
                        "AWS_ACCESS_KEY_ID",
                        "AKIAIOSFODNN7EXAMPLE",
                        "AWS_SECRET_ACCESS_KEY",
                        "secret",
                        "AWS_PAGER",
                        "",
                        "AWS_CONFIG_FILE",
                        folder.resolve("none").toString()),
                command);
    }
}
