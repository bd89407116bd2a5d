package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminGetDevice. Reference: auth 20.3. */
class AdminGetDeviceTest {
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
    void everyAttributeIsShownOfADeviceThatIsNotRemembered() {
        TestPool pool = server.pool(TestDevice.OPT_IN);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");
        String owner = "jane." + pool.id();

        assertThat(device.admin("AdminGetDevice", "jane", "").body())
                .contains("\"DeviceAttributes\":[{\"Name\":\"device_status\",\"Value\":\"valid\"},"
                        + "{\"Name\":\"device_name\",\"Value\":\"laptop\"},"
                        + "{\"Name\":\"last_ip_used\",\"Value\":\"127.0.0.1\"},"
                        + "{\"Name\":\"dev:device_arn\",\"Value\":\"arn:aws:cognito-idp:us-east-1:123456789012:owner/"
                        + owner + "/device/" + device.key() + "\"},"
                        + "{\"Name\":\"dev:device_owner\",\"Value\":\"" + owner + "\"},"
                        + "{\"Name\":\"dev:device_remembered_status\",\"Value\":\"not_remembered\"},"
                        + "{\"Name\":\"dev:device_sdk\",\"Value\":\"aws-sdk\"}]");
    }

    /** Its model has no UserNotFoundException. */
    @Test
    void nobodyAndNoDeviceAreMissingResources() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.issued(pool, "jane");

        assertThat(device.admin("AdminGetDevice", "john", "").outcome())
                .isEqualTo("ResourceNotFoundException: User does not exist.");
        assertThat(device.admin("AdminGetDevice", "jane", "").outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
    }
}
