package dev.cognate.cli.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import dev.cognate.cli.configuration.Settings;
import dev.cognate.cli.configuration.TlsTrust;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import dev.cognate.cli.terminal.Streams;
import dev.cognate.cli.terminal.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys of profiles that lead to one, with a server that answers as AWS does. Reference: oauth-config D13, row credentials. */
class CredentialChainTest {
    private static final Endpoint ELSEWHERE = Endpoint.of("https://cognito.example", null);
    private static final String ROLE = "arn:aws:iam::123456789012:role/admin";
    private static final String DEVICE = "arn:aws:iam::123456789012:mfa/jane";
    private static final String KEY = """
            <Credentials><AccessKeyId>ASSUMED</AccessKeyId><SecretAccessKey>s</SecretAccessKey>\
            <SessionToken>t</SessionToken><Expiration>2026-11-21T11:00:00Z</Expiration></Credentials>""";
    private static final String SSO_KEY = """
            {"roleCredentials":{"accessKeyId":"SIGNEDIN","secretAccessKey":"s","sessionToken":"t",\
            "expiration":1795262400000}}""";
    private static final String EXPIRED =
            "The SSO session associated with this profile has expired or is otherwise invalid. To refresh this SSO"
                    + " session run aws sso login with the corresponding profile.";

    private final RecordingServer aws = new RecordingServer();
    private final Terminal terminal = new Terminal()
            .with("AWS_EC2_METADATA_DISABLED", "true")
            .with("AWS_ENDPOINT_URL_STS", aws.address())
            .with("AWS_ENDPOINT_URL_SSO", aws.address())
            .with("AWS_ENDPOINT_URL_SSO_OIDC", aws.address());
    private final List<String> asked = new ArrayList<>();

    @TempDir
    private Path home;

    @BeforeEach
    void person() {
        terminal.withHome(home).withPrompt((question, hidden) -> {
            asked.add(question + (hidden ? " (hidden)" : ""));
            return "123456";
        });
    }

    @AfterEach
    void stop() {
        aws.close();
    }

    private void configure(String settings) throws IOException {
        write(".aws/config", settings);
    }

    private Path write(String name, String content) throws IOException {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private Credentials key(@Nullable String profile) {
        Streams nowhere = new Streams(
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8));
        Surroundings surroundings = terminal.surroundings(nowhere);
        Settings settings = new Settings(surroundings.environment(), profile);
        return new CredentialChain(settings, surroundings, TlsTrust.in(null)).of(ELSEWHERE);
    }

    private String sent() {
        return URLDecoder.decode(aws.requests().getLast().body(), StandardCharsets.UTF_8);
    }

    private static String assumed(String operation) {
        return "<" + operation + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + operation
                + "Result>" + KEY + "</" + operation + "Result></" + operation + "Response>";
    }

    @Test
    void aKeyIsTheVariablesElseTheProfiles() throws IOException {
        configure("[default]\naws_access_key_id = FILE\naws_secret_access_key = f\n");
        assertThat(key(null).accessKeyId()).isEqualTo("FILE");
        terminal.with("AWS_ACCESS_KEY_ID", "VARIABLE").with("AWS_SECRET_ACCESS_KEY", "v");
        assertThat(key(null).accessKeyId()).isEqualTo("VARIABLE");
    }

    /** Row credentials: credential_process. A profile that an option names goes before the variables. */
    @Test
    void aProgramMayPrintTheKey() throws IOException {
        terminal.with("AWS_ACCESS_KEY_ID", "VARIABLE").with("AWS_SECRET_ACCESS_KEY", "v");
        Path answer = write("answer", "{\"Version\":1,\"AccessKeyId\":\"PRINTED\",\"SecretAccessKey\":\"s\"}");
        configure(
                "[profile work]\ncredential_process = cat " + answer + "\n[profile bad]\ncredential_process = false\n");
        assertThat(key("work").accessKeyId()).isEqualTo("PRINTED");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("bad"))
                .withMessageStartingWith("Error when retrieving credentials from custom-process: ");
    }

    /** Row credentials: role_arn. */
    @Test
    void aRoleIsAssumedWithTheKeyOfAnotherProfile() throws IOException {
        aws.willAnswer(200, assumed("AssumeRole"));
        configure("[profile base]\naws_access_key_id = BASE\naws_secret_access_key = b\n[profile admin]\nrole_arn = "
                + ROLE
                + "\nsource_profile = base\nexternal_id = x1\nrole_session_name = mine\nduration_seconds = 1800\n"
                + "region = eu-west-1\n");
        assertThat(key("admin")).isEqualTo(new Credentials("ASSUMED", "s", "t"));
        assertThat(sent())
                .contains("Action=AssumeRole&")
                .contains("RoleArn=" + ROLE, "ExternalId=x1", "RoleSessionName=mine", "DurationSeconds=1800");
        assertThat(aws.requests().getFirst().header("Authorization")).contains("Credential=BASE/", "/eu-west-1/sts/");
    }

    /** The name and the form of the file are those of the AWS command line. */
    @Test
    void theKeyOfARoleIsKeptForItsOwnerAlone() throws IOException {
        aws.willAnswer(200, assumed("AssumeRole"));
        configure("[profile base]\naws_access_key_id = BASE\naws_secret_access_key = b\n[profile admin]\nrole_arn = "
                + ROLE + "\nsource_profile = base\nmfa_serial = " + DEVICE + "\n");
        assertThat(key("admin").accessKeyId()).isEqualTo("ASSUMED");
        assertThat(asked).containsExactly("Enter MFA code for " + DEVICE + " (hidden)");
        assertThat(sent()).contains("SerialNumber=" + DEVICE, "TokenCode=123456", "RoleSessionName=cognate-session-");

        assertThat(key("admin")).isEqualTo(new Credentials("ASSUMED", "s", "t"));
        assertThat(asked).hasSize(1);
        assertThat(aws.requests()).hasSize(1);

        Path kept = home.resolve(".aws/cli/cache")
                .resolve(KeyCache.name("{\"RoleArn\": \"" + ROLE + "\", \"SerialNumber\": \"" + DEVICE + "\"}"));
        assertThat(kept).content().contains("\"Expiration\": \"2026-11-21T11:00:00Z\"");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        Files.writeString(kept, Files.readString(kept).replace("11:00", "10:15"));
        key("admin");
        assertThat(aws.requests()).as("a key that is about to expire").hasSize(2);
    }

    @Test
    void rolesMayFollowRoles() throws IOException {
        aws.willAnswer(200, assumed("AssumeRole").replace("ASSUMED", "FIRST")).willAnswer(200, assumed("AssumeRole"));
        configure("[profile base]\naws_access_key_id = BASE\naws_secret_access_key = b\n[profile first]\nrole_arn = "
                + ROLE + "\nsource_profile = base\n[profile second]\nrole_arn = " + ROLE
                + "2\nsource_profile = first\n");
        assertThat(key("second").accessKeyId()).isEqualTo("ASSUMED");
        assertThat(aws.requests()).hasSize(2);
        assertThat(aws.requests().getLast().header("Authorization")).contains("Credential=FIRST/");
    }

    @Test
    void aProfileMayBeTheSourceOfItself() throws IOException {
        aws.willAnswer(200, assumed("AssumeRole"));
        configure("[profile self]\naws_access_key_id = OWN\naws_secret_access_key = o\nrole_arn = " + ROLE
                + "\nsource_profile = self\n");
        assertThat(key("self").accessKeyId()).isEqualTo("ASSUMED");
        assertThat(aws.requests().getFirst().header("Authorization")).contains("Credential=OWN/");
    }

    /** Row credentials: credential_source. */
    @Test
    void aRoleMayBeAssumedWithTheKeyOfTheVariables() throws IOException {
        aws.willAnswer(200, assumed("AssumeRole"));
        terminal.with("AWS_ACCESS_KEY_ID", "VARIABLE").with("AWS_SECRET_ACCESS_KEY", "v");
        configure("[profile admin]\nrole_arn = " + ROLE + "\ncredential_source = Environment\n");
        assertThat(key("admin").accessKeyId()).isEqualTo("ASSUMED");
        assertThat(aws.requests().getFirst().header("Authorization")).contains("Credential=VARIABLE/");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "source_profile = nope | The source_profile \"nope\" referenced in the profile \"p\" does not exist.",
                "source_profile = p | Infinite loop in credential configuration detected. Attempting to load from profile p"
                        + " which has already been visited. Visited profiles: [p]",
                "region = x | Partial credentials found in assume-role, missing: source_profile or credential_source",
                "credential_source = Nowhere | Unsupported credential_source \"Nowhere\" in the profile \"p\": it is"
                        + " Environment, EcsContainer or Ec2InstanceMetadata.",
                "credential_source = Environment | No credentials found in credential_source referenced in profile p"
            })
    void aRoleWithoutASourceIsRefused(String setting, String complaint) throws IOException {
        configure("[profile p]\nrole_arn = " + ROLE + "\n" + setting + "\n");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("p"))
                .withMessage(complaint);
        assertThat(aws.requests()).isEmpty();
    }

    /** D11: an error of the service, with its status. */
    @Test
    void aRoleThatMayNotBeAssumedIsToldInTheServicesWords() throws IOException {
        aws.willAnswer(403, """
                <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>\
                <Code>AccessDenied</Code><Message>Not for you.</Message></Error></ErrorResponse>""");
        configure("[profile base]\naws_access_key_id = BASE\naws_secret_access_key = b\n[profile admin]\nrole_arn = "
                + ROLE + "\nsource_profile = base\n");
        Terminal.Result result = terminal.run(
                "cognito-idp", "list-user-pools", "--max-results", "1", "--profile", "admin", "--region", "us-east-1");
        assertThat(result.status()).isEqualTo(254);
        assertThat(result.err())
                .isEqualTo("\ncognate: [ERROR]: An error occurred (AccessDenied) when calling the AssumeRole operation:"
                        + " Not for you.\n");
    }

    @Test
    void aPlaceThatIsNoAddressIsRefused() throws IOException {
        terminal.with("AWS_ENDPOINT_URL_STS", "not an address");
        configure("[profile self]\naws_access_key_id = OWN\naws_secret_access_key = o\nrole_arn = " + ROLE
                + "\nsource_profile = self\n");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("self"))
                .withMessage("Invalid endpoint: not an address");
        terminal.with("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("self"))
                .withMessageStartingWith("Could not call AssumeRole: ");
    }

    /** Row credentials: web identity, of a profile and of the variables. */
    @Test
    void aTokenOfAnotherProviderIsChangedForAKey() throws IOException {
        aws.willAnswer(200, assumed("AssumeRoleWithWebIdentity"));
        Path token = write("token", "abc.def\n");
        configure("[profile web]\nrole_arn = " + ROLE + "\nweb_identity_token_file = " + token + "\n");
        assertThat(key("web").accessKeyId()).isEqualTo("ASSUMED");
        assertThat(sent()).contains("Action=AssumeRoleWithWebIdentity", "WebIdentityToken=abc.def", "RoleArn=" + ROLE);
        assertThat(aws.requests().getFirst().header("Authorization")).isEmpty();

        terminal.with("AWS_ROLE_ARN", ROLE).with("AWS_WEB_IDENTITY_TOKEN_FILE", token.toString());
        assertThat(key(null).accessKeyId()).isEqualTo("ASSUMED");
        assertThat(aws.requests()).hasSize(2);
    }

    private void signedIn(String name, String more) throws IOException {
        write(".aws/sso/cache/" + KeyCache.name(name), "{\"accessToken\":\"the-token\"," + more + "}");
    }

    private static final String SESSION = """
            [sso-session my]
            sso_start_url = https://my.awsapps.com/start
            sso_region = eu-west-1
            [profile sso]
            sso_session = my
            sso_account_id = 123456789012
            sso_role_name = Reader
            """;

    /** Row credentials: sso_session. */
    @Test
    void whoSignedInGetsAKey() throws IOException {
        aws.willAnswer(200, SSO_KEY);
        configure(SESSION);
        signedIn("my", "\"expiresAt\":\"2026-11-21T12:00:00Z\"");
        assertThat(key("sso")).isEqualTo(new Credentials("SIGNEDIN", "s", "t"));
        assertThat(aws.requests().getFirst().path())
                .startsWith("/federation/credentials?")
                .contains("role_name=Reader", "account_id=123456789012");
        assertThat(aws.requests().getFirst().header("X-amz-sso_bearer_token")).isEqualTo("the-token");

        assertThat(key("sso").accessKeyId()).isEqualTo("SIGNEDIN");
        assertThat(aws.requests()).as("it is kept").hasSize(1);
    }

    /** Row credentials: sso, the older kind, whose token is named after the address. */
    @Test
    void aProfileMayNameTheAddressItself() throws IOException {
        aws.willAnswer(200, SSO_KEY);
        configure("""
                [profile old]
                sso_start_url = https://old.awsapps.com/start
                sso_region = eu-west-1
                sso_account_id = 123456789012
                sso_role_name = Reader
                """);
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("old"))
                .withMessage(EXPIRED);
        signedIn("https://old.awsapps.com/start", "\"expiresAt\":\"2026-11-21T12:00:00UTC\"");
        assertThat(key("old").accessKeyId()).isEqualTo("SIGNEDIN");
    }

    @Test
    void aTokenThatIsAboutToExpireIsRenewed() throws IOException {
        aws.willAnswer(200, "{\"accessToken\":\"new-token\",\"expiresIn\":3600,\"refreshToken\":\"r2\"}")
                .willAnswer(200, SSO_KEY);
        configure(SESSION);
        signedIn(
                "my",
                "\"expiresAt\":\"2026-11-21T10:05:00Z\",\"clientId\":\"c\",\"clientSecret\":\"s\",\"refreshToken\":\"r1\","
                        + "\"registrationExpiresAt\":\"2027-01-01T00:00:00Z\"");
        assertThat(key("sso").accessKeyId()).isEqualTo("SIGNEDIN");
        assertThat(aws.requests().getFirst().path()).isEqualTo("/token");
        assertThat(aws.requests().getFirst().body()).contains("refresh_token", "r1");
        assertThat(aws.requests().getLast().header("X-amz-sso_bearer_token")).isEqualTo("new-token");
        assertThat(home.resolve(".aws/sso/cache/" + KeyCache.name("my")))
                .content()
                .contains("\"new-token\"", "\"r2\"", "2026-11-21T11:00:00Z", "\"clientId\"");
    }

    @Test
    void whoHasNotSignedInLatelyIsToldWhatToDo() throws IOException {
        configure(SESSION);
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("sso"))
                .withMessageStartingWith("Error loading SSO Token: Token for my does not exist.");
        signedIn("my", "\"expiresAt\":\"2026-11-21T09:00:00Z\"");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("sso"))
                .withMessage(EXPIRED);
        signedIn("my", "\"expiresAt\":\"2026-11-21T12:00:00Z\"");
        aws.willAnswer(401, "{\"message\":\"Session token not found or invalid\"}");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("sso"))
                .withMessage(EXPIRED);
    }

    @Test
    void whatIsMissingIsNamed() throws IOException {
        configure("""
                [profile sso]
                sso_session = nope
                sso_role_name = Reader
                [profile half]
                sso_start_url = https://x.example
                sso_account_id = 1
                [profile login]
                login_session = s
                """);
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("sso"))
                .withMessage("The specified sso-session does not exist: \"nope\"");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("half"))
                .withMessage("The profile \"half\" is configured to use SSO but is missing required configuration:"
                        + " sso_region, sso_role_name");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> key("login"))
                .withMessageContaining("aws configure export-credentials --profile login");
    }
}
