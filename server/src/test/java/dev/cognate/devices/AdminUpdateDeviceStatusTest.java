package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminUpdateDeviceStatus. Reference: auth 20.3. */
class AdminUpdateDeviceStatusTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anAdministratorRemembersADevice() {
        TestPool pool = server.pool(TestDevice.OPT_IN);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");

        assertThat(device.admin("AdminUpdateDeviceStatus", "jane", "\"DeviceRememberedStatus\":\"remembered\"")
                        .body())
                .isEqualTo("{}");

        assertThat(device.call("GetDevice", "").status()).isEqualTo(200);
    }

    @Test
    void nobodyAndNoDeviceAreRefused() {
        TestPool pool = server.pool(TestDevice.OPT_IN);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.issued(pool, "jane");
        String remembered = "\"DeviceRememberedStatus\":\"remembered\"";

        assertThat(device.admin("AdminUpdateDeviceStatus", "john", remembered).outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(device.admin("AdminUpdateDeviceStatus", "jane", remembered).outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
        assertThat(device.admin("AdminUpdateDeviceStatus", "jane", "").outcome())
                .isEqualTo("InvalidParameterException: DeviceRememberedStatus is required.");
    }
}
