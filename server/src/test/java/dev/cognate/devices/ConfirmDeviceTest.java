package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ConfirmDevice. Reference: auth 20.1, 20.3, 9.5. */
class ConfirmDeviceTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static TestPool pool(String configuration) {
        TestPool pool = server.pool(configuration);
        pool.confirmed("jane", "[]");
        return pool;
    }

    /** "Always remember". */
    @Test
    void aDeviceIsRememberedAtOnce() {
        TestDevice device = TestDevice.issued(pool(TestDevice.ALWAYS), "jane");

        assertThat(device.confirm().body()).isEqualTo("{\"UserConfirmationNecessary\":false}");

        assertThat(device.admin("AdminGetDevice", "jane", "").body())
                .contains("{\"Name\":\"dev:device_remembered_status\",\"Value\":\"remembered\"}");
    }

    /** "User opt-in". */
    @Test
    void whereUsersDecideTheDeviceIsNotRememberedYet() {
        TestDevice device = TestDevice.issued(pool(TestDevice.OPT_IN), "jane");

        assertThat(device.confirm().body()).isEqualTo("{\"UserConfirmationNecessary\":true}");

        assertThat(device.admin("AdminGetDevice", "jane", "").body())
                .contains("{\"Name\":\"dev:device_remembered_status\",\"Value\":\"not_remembered\"}");
    }

    /** "Unissued key"; also that of another user, and one that is no key at all. */
    @Test
    void aKeyThatWasNotHandedOutToTheUserIsRefused() {
        TestPool pool = pool(TestDevice.ALWAYS);
        pool.confirmed("john", "[]");
        TestDevice issued = TestDevice.issued(pool, "jane");
        TestDevice ofJohn = TestDevice.issued(pool, "john");
        String missing = "ResourceNotFoundException: Device does not exist.";

        for (String key : new String[] {
            ofJohn.key(),
            "us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50",
            issued.key().toUpperCase(Locale.ROOT)
        }) {
            TestDevice other = new TestDevice(pool, issued.token(), key, issued.group());
            assertThat(other.confirm().status()).as(key).isEqualTo(400);
        }
        assertThat(new TestDevice(pool, issued.token(), ofJohn.key(), "")
                        .confirm()
                        .outcome())
                .isEqualTo(missing);
    }

    @Test
    void aDeviceIsConfirmedOnce() {
        TestDevice device = TestDevice.confirmed(pool(TestDevice.ALWAYS), "jane");

        assertThat(device.confirm().outcome()).isEqualTo("DeviceKeyExistsException: Device key already exists.");
    }

    /**
     * Clause auth 9.5.t1. "A negative result is refused"; so are numbers out of range, what is no Base64, and what is
     * missing.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Salt\":\"pZBcRFeukSsQ/xMK5BJi/Q==\",\"PasswordVerifier\":\"Ag==\"}",
                "{\"Salt\":\"AKWQ\",\"PasswordVerifier\":\"gg==\"}",
                "{\"Salt\":\"AKWQ\",\"PasswordVerifier\":\"AA==\"}",
                "{\"Salt\":\"\",\"PasswordVerifier\":\"Ag==\"}",
                "{\"Salt\":\"AKWQ\",\"PasswordVerifier\":\"\"}",
                "{\"Salt\":\"?\",\"PasswordVerifier\":\"Ag==\"}",
                "{\"Salt\":\"AQIDBAUGBwgJCgsMDQ4PEBES\",\"PasswordVerifier\":\"Ag==\"}",
                "{\"PasswordVerifier\":\"Ag==\"}",
                "{}"
            })
    void aVerifierThatIsNoneIsRefused(String secret) {
        TestDevice device = TestDevice.issued(pool(TestDevice.ALWAYS), "jane");

        assertThat(device.confirm(secret).outcome())
                .isEqualTo("InvalidParameterException: Invalid device password verifier or salt.");
        assertThat(device.admin("AdminGetDevice", "jane", "").fault()).isEqualTo("ResourceNotFoundException");
    }

    @Test
    void aPoolThatDoesNotTrackDevicesHasNone() {
        TestPool pool = pool(TestDevice.ALWAYS);
        TestDevice device = TestDevice.issued(pool, "jane");
        pool.adminCall("UpdateUserPool", "");
        server.rooms().pools().changeFactors(pool.pool().id(), same -> same); // Nothing older is remembered.

        assertThat(device.confirm().outcome())
                .isEqualTo("InvalidUserPoolConfigurationException: The user pool does not track devices.");
        assertThat(server.rooms().devices().newDevice(pool.pool(), pool.user("jane")))
                .isNull();
    }
}
