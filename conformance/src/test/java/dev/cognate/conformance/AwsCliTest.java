package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Installed.require(Shell.has("aws"), "The AWS CLI is not on the PATH: its tests are left out");
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
    void aUserSignsUpLosesTheCodeAsksAgainConfirmsAndForgetsThePassword() {
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
        Inbox inbox = new Inbox(program);
        String lost = inbox.code(pool, "mary");
        unsigned("resend-confirmation-code", "--client-id", client, "--username", "mary");
        String code = inbox.code(pool, "mary");

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
        unsigned("forgot-password", "--client-id", client, "--username", "mary");
        assertThat(unsigned(
                                "confirm-forgot-password",
                                "--client-id",
                                client,
                                "--username",
                                "mary",
                                "--confirmation-code",
                                inbox.code(pool, "mary"),
                                "--password",
                                "N3w-Passw0rd!")
                        .status())
                .isZero();
    }

    /** The list of operations comes from the command line itself; the steps are in the script. */
    @Test
    void everyOperationThatItKnowsIsCalledInTheLifeOfAPool() {
        Installed.require(
                Shell.run(Map.of(), List.of("python3", "-c", "import awscli")).status() == 0,
                "python3 does not have the AWS CLI as a library: the test of all its operations is left out");
        String script = Installed.folder("python").resolve("cli_test.py").toString();

        Shell.Result result =
                Shell.run(Map.of("COGNATE_URL", program.url(), "PYTHONUTF8", "1"), List.of("python3", script));

        assertThat(result.status()).as(result.err()).isZero();
        assertThat(result.err()).contains("Ran 1 test in", "OK");
    }

    /** Reference: lifecycle F12 and G. */
    @Test
    void anInvitedUserJoinsAGroupAndIsListed() {
        for (String username : List.of("ada", "adb")) {
            assertThat(text(ofDemo(
                            "admin-create-user",
                            "--username",
                            username,
                            "--message-action",
                            "SUPPRESS",
                            "--query",
                            "User.UserStatus")))
                    .isEqualTo("\"FORCE_CHANGE_PASSWORD\"");
        }
        ofDemo("create-group", "--group-name", "readers", "--precedence", "0");
        assertThat(text(ofDemo("admin-add-user-to-group", "--username", "ada", "--group-name", "readers")))
                .isEmpty();

        assertThat(text(ofDemo(
                        "list-users-in-group",
                        "--group-name",
                        "readers",
                        "--query",
                        "Users[].Username",
                        "--output",
                        "text")))
                .isEqualTo("ada");
        assertThat(text(ofDemo(
                        "list-users",
                        "--filter",
                        "username ^= \"ad\"",
                        "--page-size",
                        "1",
                        "--query",
                        "Users[].Username",
                        "--output",
                        "text")))
                .as("the command line follows the pages")
                .isEqualTo("ada\nadb");
    }

    /** Reference: auth 2, 3, 6.6. */
    @Test
    void aUserReplacesATemporaryPasswordAndIsSignedInByAServerToo() {
        String client = text(ofDemo(
                "create-user-pool-client",
                "--client-name",
                "cli",
                "--explicit-auth-flows",
                "ALLOW_USER_PASSWORD_AUTH",
                "ALLOW_ADMIN_USER_PASSWORD_AUTH",
                "ALLOW_REFRESH_TOKEN_AUTH",
                "--query",
                "UserPoolClient.ClientId",
                "--output",
                "text"));
        ofDemo(
                "admin-create-user",
                "--username",
                "nora",
                "--message-action",
                "SUPPRESS",
                "--temporary-password",
                "Corr3ct-Horse!");

        String[] challenge = text(initiateAuth(client, "nora", "Corr3ct-Horse!", "[ChallengeName,Session]"))
                .split("\t", -1);
        assertThat(challenge[0]).isEqualTo("NEW_PASSWORD_REQUIRED");
        String token = text(unsigned(
                "respond-to-auth-challenge",
                "--client-id",
                client,
                "--challenge-name",
                challenge[0],
                "--session",
                challenge[1],
                "--challenge-responses",
                "USERNAME=nora,NEW_PASSWORD=N3w-Passw0rd!",
                "--query",
                "AuthenticationResult.AccessToken",
                "--output",
                "text"));

        assertThat(text(unsigned("get-user", "--access-token", token, "--query", "Username", "--output", "text")))
                .isEqualTo("nora");
        assertThat(text(ofDemo(
                        "admin-initiate-auth",
                        "--client-id",
                        client,
                        "--auth-flow",
                        "ADMIN_USER_PASSWORD_AUTH",
                        "--auth-parameters",
                        "USERNAME=nora,PASSWORD=N3w-Passw0rd!",
                        "--query",
                        "AuthenticationResult.[TokenType,ExpiresIn]",
                        "--output",
                        "text")))
                .isEqualTo("Bearer\t3600");
        assertThat(initiateAuth(client, "nora", "Corr3ct-Horse!", "Session").err())
                .contains("An error occurred (NotAuthorizedException) when calling the InitiateAuth operation: "
                        + "Incorrect username or password.");
    }

    private static Shell.Result initiateAuth(String client, String username, String password, String query) {
        return unsigned(
                "initiate-auth",
                "--client-id",
                client,
                "--auth-flow",
                "USER_PASSWORD_AUTH",
                "--auth-parameters",
                "USERNAME=" + username + ",PASSWORD=" + password,
                "--query",
                query,
                "--output",
                "text");
    }

    /** Reference: lifecycle H. */
    @Test
    void usersAreImportedThroughThePreSignedUrl() {
        String[] job = text(ofDemo(
                        "create-user-import-job",
                        "--job-name",
                        "people",
                        "--cloud-watch-logs-role-arn",
                        "arn:aws:iam::123456789012:role/import",
                        "--query",
                        "UserImportJob.[JobId,PreSignedUrl]",
                        "--output",
                        "text"))
                .split("\t", -1);
        List<String> header = List.of(text(ofDemo("get-csv-header", "--query", "CSVHeader", "--output", "text"))
                .split("\t", -1));
        Map<String, String> ian = Map.of(
                "cognito:username", "ian",
                "cognito:mfa_enabled", "false",
                "email", "ian@example.com",
                "email_verified", "true");
        assertThat(new CsvFile(header, List.of(ian)).upload(job[1]).statusCode())
                .isEqualTo(200);
        ofDemo("start-user-import-job", "--job-id", job[0]);

        assertThat(endOfJob(job[0])).isEqualTo("Succeeded\t1");
        assertThat(text(ofDemo("admin-get-user", "--username", "ian", "--query", "UserStatus", "--output", "text")))
                .isEqualTo("RESET_REQUIRED");
    }

    private static String endOfJob(String jobId) {
        return Awaited.sight(
                "end of the import job",
                () -> Optional.of(text(ofDemo(
                                "describe-user-import-job",
                                "--job-id",
                                jobId,
                                "--query",
                                "UserImportJob.[Status,ImportedUsers]",
                                "--output",
                                "text")))
                        .filter(state -> !state.startsWith("Pending") && !state.startsWith("InProgress")));
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

    private static String text(Shell.Result result) {
        assertThat(result.err()).isEmpty();
        return result.out().strip();
    }

    private static Shell.Result unsigned(String... arguments) {
        return aws(List.of("--no-sign-request"), arguments);
    }

    /** A call on the pool of the demonstration. */
    private static Shell.Result ofDemo(String operation, String... arguments) {
        List<String> all = new ArrayList<>(List.of(operation, "--user-pool-id", "us-east-1_COGNATE01"));
        all.addAll(List.of(arguments));
        return signed(all.toArray(String[]::new));
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
                Map.of("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "secret", "AWS_PAGER", ""),
                command);
    }
}
