package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** GetDevice. Reference: auth 20.3. */
class GetDeviceTest {
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
    void aRememberedDeviceIsShown() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");

        assertThat(device.call("GetDevice", "").body())
                .matches("\\{\"Device\":\\{\"DeviceAttributes\":\\[\\{\"Name\":\"device_status\",\"Value\":\"valid\"},"
                        + "\\{\"Name\":\"device_name\",\"Value\":\"laptop\"},"
                        + "\\{\"Name\":\"last_ip_used\",\"Value\":\"127.0.0.1\"}],\"DeviceCreateDate\":[0-9.E]+,"
                        + "\"DeviceKey\":\"" + device.key() + "\",\"DeviceLastAuthenticatedDate\":[0-9.E]+,"
                        + "\"DeviceLastModifiedDate\":[0-9.E]+}}");
    }

    /** "Not-remembered device → ResourceNotFoundException". */
    @Test
    void aDeviceThatIsNotRememberedIsNot() {
        TestPool pool = server.pool(TestDevice.OPT_IN);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");

        assertThat(device.call("GetDevice", "").outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
    }

    /** Devices that were handed out and never confirmed do not exist. */
    @Test
    void aDeviceThatWasNotConfirmedIsNot() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");

        assertThat(TestDevice.issued(pool, "jane").call("GetDevice", "").outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
    }

    @Test
    void theAccessTokenIsNeeded() {
        assertThat(server.call("GetDevice", "{\"DeviceKey\":\"us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50\"}")
                        .outcome())
                .isEqualTo("InvalidParameterException: AccessToken is required.");
    }

    @Test
    void anotherUsersDeviceIsNotShown() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        pool.confirmed("john", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");

        assertThat(new TestDevice(pool, pool.accessToken("john"), device.key(), device.group())
                        .call("GetDevice", "")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
    }
}
