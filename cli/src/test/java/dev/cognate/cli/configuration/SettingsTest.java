package dev.cognate.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.cli.Terminal;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is set where, and who wins. Reference: oauth-config D13. */
class SettingsTest {
    private static final Endpoint ELSEWHERE = Endpoint.of("https://cognito.example.com", null);

    @TempDir
    private Path home;

    private final Terminal terminal = new Terminal();

    @BeforeEach
    void files() throws IOException {
        terminal.withHome(home);
        Files.createDirectory(home.resolve(".aws"));
        write("config", """
                [default]
                region = eu-west-1
                output = text
                [profile work]
                region = eu-central-1
                services = own
                endpoint_url = https://general.example
                [services own]
                cognito_identity_provider =
                  endpoint_url = https://own.example
                [profile general]
                endpoint_url = https://general.example
                [profile bare]
                output = yaml
                """);
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(home.resolve(".aws").resolve(name), text);
    }

    private Settings settings(String profile) {
        return new Settings(terminal.environment(), profile);
    }

    private Settings settings() {
        return new Settings(terminal.environment(), null);
    }

    /** Row region: option, AWS_REGION, AWS_DEFAULT_REGION, file. */
    @Test
    void theRegionIsTheOptionsElseTheVariablesElseTheFiles() {
        assertThat(settings().region(null, ELSEWHERE)).isEqualTo("eu-west-1");
        terminal.with("AWS_DEFAULT_REGION", "us-west-1");
        assertThat(settings().region(null, ELSEWHERE)).isEqualTo("us-west-1");
        terminal.with("AWS_REGION", "us-west-2");
        assertThat(settings().region(null, ELSEWHERE)).isEqualTo("us-west-2");
        assertThat(settings().region("eu-north-1", ELSEWHERE)).isEqualTo("eu-north-1");
    }

    @Test
    void withoutARegionOnlyThisMachineIsCalled() {
        assertThat(settings("bare").region(null, Endpoint.of(null, null))).isEqualTo("us-east-1");
        assertThatExceptionOfType(CliError.Configuration.class)
                .isThrownBy(() -> settings("bare").region(null, ELSEWHERE))
                .withMessageStartingWith("An error occurred (NoRegion): You must specify a region.");
    }

    /** Row endpoint. */
    @Test
    void theEndpointIsTheOptionsElseTheVariablesElseTheServicesSectionsElseTheProfiles() {
        assertThat(settings().endpoint(null, null)).hasToString("http://127.0.0.1:2646/");
        assertThat(settings("general").endpoint(null, null)).hasToString("https://general.example/");
        assertThat(settings("work").endpoint(null, null)).hasToString("https://own.example/");
        terminal.with("AWS_ENDPOINT_URL", "http://variable.example");
        assertThat(settings("work").endpoint(null, null)).hasToString("http://variable.example/");
        terminal.with("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "http://service.example/base");
        assertThat(settings("work").endpoint(null, null)).hasToString("http://service.example/base");
        assertThat(settings("work").endpoint("http://option.example", null)).hasToString("http://option.example/");
    }

    /** Row endpoint, off. */
    @Test
    void configuredEndpointsCanBeIgnored() {
        terminal.with("AWS_ENDPOINT_URL", "http://variable.example")
                .with("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "True");
        assertThat(settings("work").endpoint(null, null)).hasToString("http://127.0.0.1:2646/");
    }

    /** Row FIPS/dual-stack. */
    @Test
    void theWordAwsIsTheEndpointOfAwsInTheRegion() {
        assertThat(settings().endpoint("aws", null)).hasToString("https://cognito-idp.eu-west-1.amazonaws.com/");
        assertThat(settings().endpoint("aws", "cn-north-1"))
                .hasToString("https://cognito-idp.cn-north-1.amazonaws.com.cn/");
        terminal.with("AWS_USE_FIPS_ENDPOINT", "true").with("AWS_USE_DUALSTACK_ENDPOINT", "true");
        assertThat(settings().endpoint("aws", "us-east-1")).hasToString("https://cognito-idp-fips.us-east-1.api.aws/");
    }

    /** Row profile. */
    @Test
    void aProfileThatDoesNotExistIsRefused() {
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> settings("nope").find("output"))
                .withMessage("The config profile (nope) could not be found");
        terminal.with("AWS_PROFILE", "bare");
        assertThat(settings().find("output")).isEqualTo("yaml");
    }

    /** Row files. */
    @Test
    void theFilesMayBeElsewhere() throws IOException {
        Path config = Files.writeString(home.resolve("mine"), "[default]\nregion = ap-south-1\n");
        terminal.with("AWS_CONFIG_FILE", config.toString());
        assertThat(settings().region(null, ELSEWHERE)).isEqualTo("ap-south-1");
    }

    /** A region's name becomes a part of a host and of a header. */
    @ParameterizedTest
    @ValueSource(strings = {"us-east-1\nX-Other: 1", "us-east-1\n", "us east", "-us", "us-", "123", "a.b"})
    void aRegionIsAName(String region) {
        for (Endpoint endpoint : List.of(ELSEWHERE, Endpoint.of(null, null))) {
            assertThatExceptionOfType(CliError.General.class)
                    .isThrownBy(() -> settings().region(region, endpoint))
                    .withMessage("Provided region_name '" + region + "' doesn't match a supported format.");
        }
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> settings().endpoint("aws", region));
    }

    @Test
    void aMalformedFileIsNamedAndNotQuoted() throws IOException {
        write("credentials", "[default\naws_secret_access_key = s3cret\n");
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> settings().find("output"))
                .withMessageStartingWith("Unable to parse config file: ")
                .withMessageNotContaining("s3cret");
    }

    /** Row pager. */
    @Test
    void thePagerIsAwsPagerElseTheConfiguredElsePagerElseLess() throws IOException {
        assertThat(settings().pager()).containsExactly("less");
        terminal.with("PAGER", "most -s");
        assertThat(settings().pager()).containsExactly("most", "-s");
        write("config", "[default]\ncli_pager = more\n");
        assertThat(settings().pager()).containsExactly("more");
        terminal.with("AWS_PAGER", "");
        assertThat(settings().pager()).isEmpty();
    }
}
