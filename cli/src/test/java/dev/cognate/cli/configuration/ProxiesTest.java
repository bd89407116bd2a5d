package dev.cognate.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cognate.cli.RecordingServer;
import dev.cognate.cli.Terminal;
import dev.cognate.cli.terminal.CliError;
import dev.cognate.cli.terminal.Endpoint;
import java.net.InetSocketAddress;
import java.net.Proxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests go through a proxy. */
class ProxiesTest {
    private final Terminal terminal = new Terminal();

    private Proxy of(String address) {
        return new Proxies(terminal.environment()).of(Endpoint.of(address, null));
    }

    @Test
    void theVariableOfTheSchemeCounts() {
        terminal.with("HTTPS_PROXY", "http://proxy.example:3128").with("http_proxy", "other.example");
        assertThat(of("https://cognito.example.com").address())
                .isEqualTo(InetSocketAddress.createUnresolved("proxy.example", 3128));
        assertThat(of("http://cognito.example.com").address())
                .isEqualTo(InetSocketAddress.createUnresolved("other.example", 80));
    }

    @Test
    void thisMachineIsReachedWithoutOne() {
        terminal.with("http_proxy", "http://proxy.example:3128");
        assertThat(of("http://127.0.0.1:2646")).isEqualTo(Proxy.NO_PROXY);
    }

    @ParameterizedTest
    @CsvSource({
        "*, true",
        "example.com, true",
        "'other.org, .example.com', true",
        "cognito.example.com, true",
        "ito.example.com, false",
        "example.org, false"
    })
    void hostsThatAreNamedAreReachedWithoutOne(String exempt, boolean direct) {
        terminal.with("https_proxy", "http://proxy.example:3128").with("no_proxy", exempt);
        assertThat(of("https://cognito.example.com").equals(Proxy.NO_PROXY)).isEqualTo(direct);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://user:s3cret@/", "http://user:s3cret@proxy.example:99999"})
    void whatIsNoAddressIsRefusedAndNotRepeated(String address) {
        terminal.with("https_proxy", address);
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> of("https://cognito.example.com"))
                .withMessageContaining("https_proxy is no address")
                .withMessageNotContaining("s3cret");
    }

    @Test
    void aRequestGoesThroughTheProxy() {
        try (RecordingServer proxy = new RecordingServer().willAnswer(200, "{}")) {
            Terminal.Result result = terminal.with("http_proxy", proxy.address())
                    .run(
                            "cognito-idp",
                            "forgot-password",
                            "--client-id",
                            "c",
                            "--username",
                            "u",
                            "--endpoint-url",
                            "http://cognito.example.com",
                            "--region",
                            "eu-west-1");
            assertThat(result.err()).isEmpty();
            assertThat(proxy.requests()).hasSize(1);
        }
    }
}
