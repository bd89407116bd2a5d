package dev.cognate.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the command line does beyond the API, with the packaged program on both sides. */
@ExtendWith(SharedProgram.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineTest {
    private static final String PASSWORD = "Corr3ct-Horse!";

    private final Map<String, String> variables = new HashMap<>();
    private final Program server;

    CommandLineTest(Program server) {
        this.server = server;
        variables.put("AWS_ENDPOINT_URL", server.url());
    }

    private Shell.Result cognate(String... words) {
        return cognate(Map.of(), words);
    }

    private Shell.Result cognate(Map<String, String> more, String... words) {
        Map<String, String> environment = new HashMap<>(variables);
        environment.putAll(more);
        return Shell.run(environment, command(words));
    }

    private static List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of(Program.LAUNCHER.toString()));
        command.addAll(List.of(words));
        return command;
    }

    /** What an operation prints as text; it must go well. */
    private String api(String... words) {
        List<String> all = new ArrayList<>(List.of("cognito-idp"));
        all.addAll(Arrays.asList(words));
        all.addAll(List.of("--output", "text"));
        Shell.Result result = cognate(all.toArray(String[]::new));
        assertThat(result.status()).as(result.err()).isZero();
        return result.out().strip();
    }

    /** What a test begins with comes by plain calls: starting the command line for each would take most of the time. */
    private Program.Answer made(String operation, String json) {
        Program.Answer answer = server.call(operation, json);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private String pool() {
        return made("CreateUserPool", "{\"PoolName\":\"terminal\"}").member("Id");
    }

    private Program.Answer client(String pool, boolean withSecret) {
        return made("CreateUserPoolClient", """
                {"UserPoolId":"%s","ClientName":"terminal","GenerateSecret":%s,\
                "ExplicitAuthFlows":["ALLOW_USER_SRP_AUTH","ALLOW_REFRESH_TOKEN_AUTH"]}""".formatted(pool, withSecret));
    }

    private String clientId(String pool) {
        return client(pool, false).member("ClientId");
    }

    private void user(String pool, String name) {
        made("AdminCreateUser", """
                {"UserPoolId":"%s","Username":"%s","MessageAction":"SUPPRESS","UserAttributes":[\
                {"Name":"email","Value":"%s@example.com"},{"Name":"email_verified","Value":"true"}]}""".formatted(pool, name, name));
        made("AdminSetUserPassword", """
                {"UserPoolId":"%s","Username":"%s","Password":"%s","Permanent":true}""".formatted(pool, name, PASSWORD));
    }

    private static String[] login(String pool, String client, String name) {
        return new String[] {"login", "--user-pool-id", pool, "--client-id", client, "--username", name};
    }

    private static String member(String json, String name) {
        int start = json.indexOf("\"" + name + "\": \"") + name.length() + 5;
        return json.substring(start, json.indexOf('"', start));
    }

    /** Reference: auth 9. */
    @Test
    void loginPrintsTokensThatTokenDecodeReads() {
        String pool = pool();
        String client = clientId(pool);
        user(pool, "mary");

        Shell.Result tokens = cognate(Map.of("COGNATE_PASSWORD", PASSWORD), login(pool, client, "mary"));

        assertThat(tokens.err()).isEmpty();
        assertThat(tokens.status()).isZero();
        Shell.Result decoded = cognate("token", "decode", member(tokens.out(), "AccessToken"));
        assertThat(member(decoded.out(), "username")).isEqualTo("mary");
        assertThat(member(decoded.out(), "client_id")).isEqualTo(client);
        assertThat(member(decoded.out(), "exp")).contains(", in ");
        assertThat(cognate("token", "decode", member(tokens.out(), "RefreshToken"))
                        .err())
                .contains("This token is encrypted, as refresh tokens are");

        Shell.Result refused = cognate(Map.of("COGNATE_PASSWORD", "Wr0ng-Horse!"), login(pool, client, "mary"));
        assertThat(refused.status()).isEqualTo(254);
        assertThat(refused.err()).contains("Incorrect username or password.");
        List<String> alone = new ArrayList<>(List.of("setsid", "--wait"));
        alone.addAll(command(login(pool, client, "mary")));
        assertThat(Shell.run(variables, alone).err()).contains("There is no terminal to ask at for: Password");
    }

    /** Whoever keeps the tokens in a variable sits at a terminal all the same. */
    @Test
    void thePasswordIsAskedForAtTheTerminalWhereTheOutputIsNone() {
        Typed.require();
        String pool = pool();
        String client = clientId(pool);
        user(pool, "vera");
        String command = String.join(" ", command(login(pool, client, "vera")));
        String script = "tokens=$(" + command + " </dev/null); echo \"$tokens\" | grep -c AccessToken; stty -a";
        try (Typed typed = Typed.begin(variables, List.of("sh", "-c", script))) {
            typed.awaits("Password: ").type(PASSWORD + "\n").awaits("1\r\n").awaits(" echo ");
            assertThat(typed.status()).isZero();
            assertThat(typed.shown()).doesNotContain(PASSWORD);
        }
        try (Typed typed = Typed.begin(variables, List.of("sh", "-c", "tokens=$(" + command + "); echo status $?"))) {
            typed.awaits("Password: ").type("\u0004").awaits("status 130");
            assertThat(typed.status()).isZero();
        }
    }

    /** Reference: auth 9.4, NEW_PASSWORD_REQUIRED. */
    @Test
    void whoWasInvitedSetsAPasswordAtTheTerminal() {
        Typed.require();
        String pool = pool();
        String client = clientId(pool);
        api(
                "admin-create-user",
                "--user-pool-id",
                pool,
                "--username",
                "nora",
                "--message-action",
                "SUPPRESS",
                "--temporary-password",
                "Temp-0rary!");
        try (Typed typed = Typed.begin(variables, command(login(pool, client, "nora")))) {
            typed.awaits("Password: ").type("Temp-0rary!\n");
            typed.awaits("New password: ").type(PASSWORD + "\n");
            typed.awaits("New password, once more: ").type(PASSWORD + "\n").awaits("\"AccessToken\"");
            assertThat(typed.status()).isZero();
            assertThat(typed.shown()).doesNotContain("Temp-0rary!").doesNotContain(PASSWORD);
        }
        assertThat(api("admin-get-user", "--user-pool-id", pool, "--username", "nora", "--query", "UserStatus"))
                .isEqualTo("CONFIRMED");
    }

    /** Reference: auth 5, SOFTWARE_TOKEN_MFA. */
    @Test
    void whoHasAnAuthenticatorAppIsAskedForItsCode() {
        Typed.require();
        String pool = pool();
        String client = clientId(pool);
        api(
                "set-user-pool-mfa-config",
                "--user-pool-id",
                pool,
                "--mfa-configuration",
                "OPTIONAL",
                "--software-token-mfa-configuration",
                "Enabled=true");
        user(pool, "theo");
        String token = member(
                cognate(Map.of("COGNATE_PASSWORD", PASSWORD), login(pool, client, "theo"))
                        .out(),
                "AccessToken");
        AuthenticatorApp app =
                new AuthenticatorApp(api("associate-software-token", "--access-token", token, "--query", "SecretCode"));
        api("verify-software-token", "--access-token", token, "--user-code", app.code());
        api(
                "set-user-mfa-preference",
                "--access-token",
                token,
                "--software-token-mfa-settings",
                "Enabled=true,PreferredMfa=true");

        try (Typed typed = Typed.begin(variables, command(login(pool, client, "theo")))) {
            typed.awaits("Password: ").type(PASSWORD + "\n");
            typed.awaits("Code of the authenticator app: ")
                    .type(app.code() + "\n")
                    .awaits("\"AccessToken\"");
            assertThat(typed.status()).isZero();
        }
    }

    /** Reference: auth 6.6. */
    @Test
    void whoNeedsAnAuthenticatorAppSetsOneUpAtTheTerminal() {
        Typed.require();
        String pool = pool();
        String client = clientId(pool);
        api(
                "set-user-pool-mfa-config",
                "--user-pool-id",
                pool,
                "--mfa-configuration",
                "ON",
                "--software-token-mfa-configuration",
                "Enabled=true");
        user(pool, "ria");
        try (Typed typed = Typed.begin(variables, command(login(pool, client, "ria")))) {
            typed.awaits("Password: ").type(PASSWORD + "\n").awaits(" to an authenticator app. Its code: ");
            String before = "Add the key ";
            int key = typed.shown().indexOf(before) + before.length();
            AuthenticatorApp app = new AuthenticatorApp(
                    typed.shown().substring(key, typed.shown().indexOf(' ', key)));
            typed.type(app.code() + "\n").awaits("\"AccessToken\"");
            assertThat(typed.status()).isZero();
        }
    }

    /** Reference: auth 5, SMS_MFA. */
    @Test
    void whoGetsCodesBySmsIsAskedForTheCodeThatIsInTheInbox() {
        Typed.require();
        String pool = pool();
        String client = clientId(pool);
        api(
                "set-user-pool-mfa-config",
                "--user-pool-id",
                pool,
                "--mfa-configuration",
                "OPTIONAL",
                "--sms-mfa-configuration",
                "SmsConfiguration={SnsCallerArn=arn:aws:iam::123456789012:role/sms,ExternalId=x}");
        user(pool, "sam");
        api(
                "admin-update-user-attributes",
                "--user-pool-id",
                pool,
                "--username",
                "sam",
                "--user-attributes",
                "Name=phone_number,Value=+12065550100",
                "Name=phone_number_verified,Value=true");
        api(
                "admin-set-user-mfa-preference",
                "--user-pool-id",
                pool,
                "--username",
                "sam",
                "--sms-mfa-settings",
                "Enabled=true,PreferredMfa=true");

        try (Typed typed = Typed.begin(variables, command(login(pool, client, "sam")))) {
            typed.awaits("Password: ").type(PASSWORD + "\n").awaits("Code of the SMS to +*******0100: ");
            String code = cognate(
                            "cognito-idp",
                            "wait-for-code",
                            "--user-pool-id",
                            pool,
                            "--username",
                            "sam",
                            "--timeout",
                            "60")
                    .out();
            typed.type(code).awaits("\"AccessToken\"");
            assertThat(typed.status()).isZero();
        }
    }

    /** Reference: auth 10. */
    @Test
    void aSecretHashIsMadeWhereItIsWanted() {
        String pool = pool();
        Program.Answer made = client(pool, true);
        String client = made.member("ClientId");
        String secret = made.member("ClientSecret");
        String[] words = {
            "cognito-idp",
            "sign-up",
            "--client-id",
            client,
            "--username",
            "zoe",
            "--password",
            PASSWORD,
            "--user-attributes",
            "Name=email,Value=zoe@example.com",
            "--secret-hash",
            "auto"
        };
        assertThat(cognate(words).status()).isEqualTo(252);
        Shell.Result signedUp = cognate(Map.of("COGNATE_CLIENT_SECRET", secret), words);
        assertThat(signedUp.err()).isEmpty();
        assertThat(signedUp.out()).contains("\"UserConfirmed\": false");

        api("admin-confirm-sign-up", "--user-pool-id", pool, "--username", "zoe");
        Shell.Result tokens = cognate(
                Map.of("COGNATE_CLIENT_SECRET", secret, "COGNATE_PASSWORD", PASSWORD), login(pool, client, "zoe"));
        assertThat(tokens.err()).isEmpty();
        assertThat(tokens.out()).contains("\"AccessToken\"");
    }

    @Test
    void waitForCodeHasTheCodeThatConfirms() {
        String pool = pool();
        String client = clientId(pool);
        api("update-user-pool", "--user-pool-id", pool, "--auto-verified-attributes", "email");
        api(
                "sign-up",
                "--client-id",
                client,
                "--username",
                "will",
                "--password",
                PASSWORD,
                "--user-attributes",
                "Name=email,Value=will@example.com");
        Shell.Result code = cognate("cognito-idp", "wait-for-code", "--user-pool-id", pool, "--username", "will");
        assertThat(code.status()).as(code.err()).isZero();
        api(
                "confirm-sign-up",
                "--client-id",
                client,
                "--username",
                "will",
                "--confirmation-code",
                code.out().strip());
        assertThat(cognate("cognito-idp", "wait-for-code", "--username", "nobody-at-all", "--timeout", "1")
                        .status())
                .isEqualTo(1);
    }

    @Test
    void theDoctorFindsWhatKeepsUsersOut() {
        String pool = pool();
        String client = clientId(pool);
        user(pool, "dora");
        String[] words = {"doctor", "--user-pool-id", pool, "--client-id", client, "--username", "dora"};
        Shell.Result well = cognate(words);
        assertThat(well.status()).as(well.out() + well.err()).isZero();

        api("admin-disable-user", "--user-pool-id", pool, "--username", "dora");
        Shell.Result ill = cognate(words);
        assertThat(ill.status()).isEqualTo(1);
        assertThat(ill.out()).contains("the user is disabled");
        String[] flow = {"doctor", "--user-pool-id", pool, "--client-id", client, "--flow", "USER_PASSWORD_AUTH"};
        assertThat(cognate(flow).out()).contains("ALLOW_USER_PASSWORD_AUTH");
    }

    /** Reference: oauth-config D14. */
    @Test
    void thePromptCompletesAndRunsACommand() {
        Typed.require();
        try (Typed typed = Typed.begin(variables, command("--cli-auto-prompt", "cognito-idp"))) {
            typed.awaits("Ctrl-C leaves.").type("describe-user-pool --user-pool-id us-east-1_COGNA\t");
            typed.awaits("Enter sends DescribeUserPool").type(" --query UserPool.Id --no-cli-pager");
            typed.awaits("pager").type("\r").awaits("\"us-east-1_COGNATE01\"");
            assertThat(typed.status()).isZero();
        }
        try (Typed typed = Typed.begin(variables, command("--cli-auto-prompt"))) {
            typed.awaits("Ctrl-C leaves.").type("\u0003");
            assertThat(typed.status()).isEqualTo(130);
        }
    }

    /** A plain call pays nothing for what it does not use. */
    @Test
    void aPlainCallLoadsNeitherTheEditorNorTheSdk() {
        Shell.Result call = cognate(
                Map.of("COGNATE_JAVA_OPTIONS", "-XX:AOTMode=off -Xlog:class+load:stderr"),
                "cognito-idp",
                "resend-confirmation-code",
                "--client-id",
                Program.CLIENT,
                "--username",
                "jane");
        assertThat(call.err())
                .contains("dev.cognate.cli.Main")
                .doesNotContain("org.jline")
                .doesNotContain("awssdk");
    }

    /** Answers are data: UTF-8 whatever the locale says, and if the machine has not got it. */
    @Test
    void aPlainLocaleKeepsEveryCharacter() {
        String pool = pool();
        for (String locale : List.of("POSIX", "C", "C.UTF-8", "xx_XX.UTF-8")) {
            Shell.Result made = cognate(
                    Map.of("LC_ALL", locale),
                    "cognito-idp",
                    "create-group",
                    "--user-pool-id",
                    pool,
                    "--group-name",
                    "größe-" + locale,
                    "--query",
                    "Group.GroupName",
                    "--output",
                    "text");
            assertThat(made.out()).as(made.err()).isEqualTo("größe-" + locale + "\n");
        }
    }

    /** Whoever reads has seen enough: that is no error, and nothing is told about it. */
    @Test
    void aReaderWhoLeavesIsNoError() {
        Shell.Result first =
                Shell.run(variables, List.of("sh", "-c", "'" + Program.LAUNCHER + "' cognito-idp help | head -1"));
        assertThat(first).isEqualTo(new Shell.Result(0, "NAME\n", ""));
    }

    /** Whoever keeps an answer must know that it is not there. */
    @Test
    void anAnswerThatCannotBeWrittenIsAnError() {
        Shell.Result full = Shell.run(
                variables,
                List.of(
                        "sh",
                        "-c",
                        "'" + Program.LAUNCHER + "' cognito-idp list-user-pools --max-results 1 >/dev/full"));
        assertThat(full.status()).isEqualTo(255);
        assertThat(full.err()).startsWith("\ncognate: [ERROR]: Could not write to standard output: ");
    }

    /** The configuration of AWS is read where the variable says that home is, as the AWS command line does. */
    @Test
    void homeIsThatOfTheVariable(@TempDir Path home) throws IOException {
        Files.createDirectory(home.resolve(".aws"));
        Files.writeString(home.resolve(".aws/config"), "[profile mine]\noutput = text\n");
        Map<String, String> environment = new HashMap<>(variables);
        environment.putAll(Map.of("HOME", home.toString(), "AWS_ACCESS_KEY_ID", "x", "AWS_SECRET_ACCESS_KEY", "y"));
        List<String> words = new ArrayList<>(List.of("env", "-u", "AWS_CONFIG_FILE")); // It would say another place.
        words.addAll(command("cognito-idp", "list-user-pools", "--max-results", "1", "--profile", "mine"));

        Shell.Result asked = Shell.run(environment, words);

        assertThat(asked.err()).isEmpty();
        assertThat(asked.out()).contains("USERPOOLS\t");
    }

    @Test
    void aProcessWithoutATerminalNeedsNone() {
        Shell.Result call = Shell.run(
                variables,
                List.of(
                        "setsid",
                        "--wait",
                        Program.LAUNCHER.toString(),
                        "cognito-idp",
                        "list-user-pools",
                        "--max-results",
                        "1",
                        "--output",
                        "text",
                        "--query",
                        "length(UserPools)"));
        assertThat(call).isEqualTo(new Shell.Result(0, "1\n", ""));
    }
}
