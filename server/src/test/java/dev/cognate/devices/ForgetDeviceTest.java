package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ForgetDevice. Reference: auth 20.3. */
class ForgetDeviceTest {
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
    void aForgottenDeviceIsGone() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");

        assertThat(device.call("ForgetDevice", "").status()).isEqualTo(200);

        assertThat(device.call("GetDevice", "").fault()).isEqualTo("ResourceNotFoundException");
        assertThat(device.call("ForgetDevice", "").outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
    }

    @Test
    void theAccessTokenIsNeeded() {
        assertThat(server.call("ForgetDevice", "{\"DeviceKey\":\"us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50\"}")
                        .outcome())
                .isEqualTo("InvalidParameterException: AccessToken is required.");
    }
}
