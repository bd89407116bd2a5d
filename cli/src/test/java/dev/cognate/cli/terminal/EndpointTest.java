package dev.cognate.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** Where requests go, and to which region they belong. Reference: oauth-config D13. */
class EndpointTest {

    @Test
    void withoutConfigurationItIsCognateOnThisMachine() {
        Endpoint endpoint = Endpoint.of(null, null);
        assertThat(endpoint).hasToString("http://127.0.0.1:2646/");
        assertThat(endpoint.usualRegion()).isEqualTo("us-east-1");
    }

    @Test
    void loopbackIsRecognised() {
        for (String address :
                new String[] {"http://localhost:1", "http://127.9.9.9", "http://[::1]:2", "http://a.localhost"}) {
            assertThat(Endpoint.of(address, null).isLoopback()).as(address).isTrue();
        }
        for (String address : new String[] {"https://localhost.example.com", "http://10.0.0.1", "http://[::2]"}) {
            assertThat(Endpoint.of(address, null).isLoopback()).as(address).isFalse();
        }
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThat(Endpoint.of("http://localhost:65535", null).uri()).hasPort(65535);
        assertThatExceptionOfType(CliError.General.class)
                .isThrownBy(() -> Endpoint.of("http://localhost:65536", null))
                .withMessage("Port out of range 0-65535");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        for (String address : new String[] {"ftp://x/", "http://", "http://a b/", "http:///x"}) {
            assertThatExceptionOfType(CliError.General.class)
                    .as(address)
                    .isThrownBy(() -> Endpoint.of(address, null))
                    .withMessage("Invalid endpoint: " + address);
        }
    }
}
