package dev.cognate.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.cli.Terminal;
import org.junit.jupiter.api.Test;

/** Where requests go, and to which region they belong. Reference: oauth-config D13. */
class EndpointTest {

    @Test
    void withoutConfigurationItIsCognateOnThisMachine() {
        Endpoint endpoint = Endpoint.of(null, new Terminal().environment());
        assertThat(endpoint).hasToString("http://127.0.0.1:2646/");
        assertThat(endpoint.region(null, new Terminal().environment())).isEqualTo("us-east-1");
    }

    @Test
    void theOptionWinsOverTheServicesVariableOverTheGeneralOne() {
        Terminal terminal = new Terminal().with("AWS_ENDPOINT_URL", "http://general.example");
        assertThat(Endpoint.of(null, terminal.environment())).hasToString("http://general.example/");
        terminal.with("AWS_ENDPOINT_URL_COGNITO_IDENTITY_PROVIDER", "http://service.example/base");
        assertThat(Endpoint.of(null, terminal.environment())).hasToString("http://service.example/base");
        assertThat(Endpoint.of("http://option.example", terminal.environment())).hasToString("http://option.example/");
    }

    @Test
    void configuredEndpointsCanBeIgnored() {
        Terminal terminal = new Terminal()
                .with("AWS_ENDPOINT_URL", "http://general.example")
                .with("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");
        assertThat(Endpoint.of(null, terminal.environment())).hasToString("http://127.0.0.1:2646/");
    }

    @Test
    void theRegionIsTheOptionsElseTheEnvironments() {
        Terminal terminal = new Terminal().with("AWS_DEFAULT_REGION", "eu-west-1");
        Endpoint endpoint = Endpoint.of("https://cognito.example.com", terminal.environment());
        assertThat(endpoint.region(null, terminal.environment())).isEqualTo("eu-west-1");
        terminal.with("AWS_REGION", "eu-west-2");
        assertThat(endpoint.region(null, terminal.environment())).isEqualTo("eu-west-2");
        assertThat(endpoint.region("eu-west-3", terminal.environment())).isEqualTo("eu-west-3");
    }

    @Test
    void loopbackIsRecognised() {
        for (String address :
                new String[] {"http://localhost:1", "http://127.9.9.9", "http://[::1]:2", "http://a.localhost"}) {
            assertThat(Endpoint.of(address, new Terminal().environment()).isLoopback())
                    .as(address)
                    .isTrue();
        }
        for (String address : new String[] {"https://localhost.example.com", "http://10.0.0.1", "http://[::2]"}) {
            assertThat(Endpoint.of(address, new Terminal().environment()).isLoopback())
                    .as(address)
                    .isFalse();
        }
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String address : new String[] {"ftp://x/", "http://", "http://a b/", "http:///x"}) {
            assertThatExceptionOfType(CliError.General.class)
                    .as(address)
                    .isThrownBy(() -> Endpoint.of(address, new Terminal().environment()))
                    .withMessage("Invalid endpoint: " + address);
        }
    }
}
