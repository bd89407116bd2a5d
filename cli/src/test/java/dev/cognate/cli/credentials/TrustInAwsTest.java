package dev.cognate.cli.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import dev.cognate.cli.TlsServer;
import dev.cognate.cli.configuration.TlsTrust;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whom a connection trusts to a service that gives keys, against one with a certificate of its own. Reference: oauth-config
 * D12, and D13, row CA.
 */
class TrustInAwsTest {
    private static final String TOKEN = "expiresAt\":\"2026-11-21T12:00:00Z";

    private final RecordingServer cognate = new RecordingServer().willAnswer(200, "{\"UserPools\":[]}");

    @TempDir
    private Path home;

    private TlsServer aws;

    /** A way to a key, and what the service answers. */
    enum Way {
        ROLE("role_arn = arn:aws:iam::123456789012:role/admin\nsource_profile = base\n", assumed("AssumeRole")),
        WEB(
                "role_arn = arn:aws:iam::123456789012:role/admin\nweb_identity_token_file = %s\n",
                assumed("AssumeRoleWithWebIdentity")),
        SSO(
                """
                sso_start_url = https://my.awsapps.com/start
                sso_region = eu-west-1
                sso_account_id = 123456789012
                sso_role_name = Reader
                """,
                "{\"roleCredentials\":{\"accessKeyId\":\"GIVEN\",\"secretAccessKey\":\"s\",\"sessionToken\":\"t\","
                        + "\"expiration\":1795262400000}}");

        private final String settings;
        private final String answer;

        Way(String settings, String answer) {
            this.settings = settings;
            this.answer = answer;
        }

        private static String assumed(String operation) {
            String key = "<Credentials><AccessKeyId>GIVEN</AccessKeyId><SecretAccessKey>s</SecretAccessKey>"
                    + "<SessionToken>t</SessionToken><Expiration>2026-11-21T11:00:00Z</Expiration></Credentials>";
            return "<" + operation + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + operation
                    + "Result>" + key + "</" + operation + "Result></" + operation + "Response>";
        }
    }

    @BeforeEach
    void start() throws Exception {
        aws = new TlsServer(home);
    }

    @AfterEach
    void stop() {
        cognate.close();
        aws.close();
    }

    private Terminal terminal(Way way, String more) throws Exception {
        aws.willAnswer(way.answer);
        write(
                ".aws/sso/cache/" + KeyCache.name("https://my.awsapps.com/start"),
                "{\"accessToken\":\"x\",\"" + TOKEN + "\"}");
        String base = "[profile base]\naws_access_key_id = BASE\naws_secret_access_key = b\n";
        Path token = write("token", "abc.def\n");
        write(".aws/config", base + "[profile way]\n" + way.settings.formatted(token) + more.formatted(aws.bundle()));
        return new Terminal()
                .withHome(home)
                .with("AWS_ENDPOINT_URL", cognate.address())
                .with("AWS_ENDPOINT_URL_STS", aws.address())
                .with("AWS_ENDPOINT_URL_SSO", aws.address());
    }

    private Path write(String name, String content) throws Exception {
        Path file = home.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, content);
    }

    private static Terminal.Result list(Terminal terminal, String... more) {
        String[] words = {
            "cognito-idp", "list-user-pools", "--max-results", "1", "--profile", "way", "--region", "us-east-1"
        };
        return terminal.run(Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new));
    }

    private void assertSigned(Terminal.Result result) {
        assertThat(result.err()).isEmpty();
        assertThat(cognate.requests().getLast().header("Authorization")).contains("Credential=GIVEN/");
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownAuthorityIsNotTrusted(Way way) throws Exception {
        Terminal.Result result = list(terminal(way, ""));
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err()).contains("SSL validation failed for ").contains("--ca-bundle or AWS_CA_BUNDLE names");
        assertThat(cognate.requests()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void theOptionIsHeeded(Way way) throws Exception {
        Terminal terminal = terminal(way, "");
        assertSigned(list(terminal, "--ca-bundle", aws.bundle()));
    }

    @ParameterizedTest
    @EnumSource
    void theVariableIsHeeded(Way way) throws Exception {
        Terminal terminal = terminal(way, "");
        assertSigned(list(terminal.with("AWS_CA_BUNDLE", aws.bundle())));
    }

    @ParameterizedTest
    @EnumSource
    void theProfileIsHeeded(Way way) throws Exception {
        assertSigned(list(terminal(way, "ca_bundle = %s\n")));
    }

    /** As version 2 of the AWS command line has it: the option is about the endpoint of the operation. */
    @Test
    void keysAreTakenFromNobodyUnproven() throws Exception {
        Terminal.Result result = list(terminal(Way.WEB, ""), "--no-verify-ssl");
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err()).contains("SSL validation failed for ");
    }

    @ParameterizedTest
    @EnumSource
    void aBundleThatIsNoneIsRefused(Way way) throws Exception {
        Terminal.Result result = list(terminal(way, ""), "--ca-bundle", "/no/such/file");
        assertThat(result.status()).isEqualTo(255);
        assertThat(result.err())
                .contains("Could not find a suitable TLS CA certificate bundle, invalid path: /no/such/file");
    }

    /** A bundle for a server of one's own takes nothing from the trust in AWS. */
    @Test
    void theOptionAddsToTheAuthoritiesOfTheRuntime() throws Exception {
        List<X509Certificate> alone = authorities(TlsTrust.in(aws.bundle()));
        List<X509Certificate> beside = authorities(TlsTrust.alsoIn(aws.bundle()));
        assertThat(alone).hasSize(1);
        assertThat(beside).hasSizeGreaterThan(50).containsAll(alone);
    }

    private static List<X509Certificate> authorities(TlsTrust trust) {
        return Arrays.stream(Objects.requireNonNull(trust.managers()))
                .flatMap(manager -> Stream.of(((X509TrustManager) manager).getAcceptedIssuers()))
                .toList();
    }
}
