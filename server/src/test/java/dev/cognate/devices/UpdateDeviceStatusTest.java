package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** UpdateDeviceStatus. Reference: auth 20.1, 20.3. */
class UpdateDeviceStatusTest {
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
    void aUserRemembersADeviceAndCeasesTo() {
        TestPool pool = server.pool(TestDevice.OPT_IN);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");

        assertThat(device.call("UpdateDeviceStatus", "\"DeviceRememberedStatus\":\"remembered\"")
                        .body())
                .isEqualTo("{}");
        assertThat(device.call("GetDevice", "").status()).isEqualTo(200);

        device.call("UpdateDeviceStatus", "\"DeviceRememberedStatus\":\"not_remembered\"");
        assertThat(device.call("GetDevice", "").status()).isEqualTo(400);
    }

    /** "MFA is skipped only for remembered devices in pools with ChallengeRequiredOnNewDevice=true". */
    @Test
    void onlyARememberedDeviceReplacesASecondFactor() {
        TestPool pool = server.pool(TestDevice.OPT_IN);
        TestPool unchallenged = server.pool("\"DeviceConfiguration\":{\"ChallengeRequiredOnNewDevice\":false}");
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");
        Devices devices = server.rooms().devices();
        assertThat(Devices.replacesMfa(pool.pool(), devices.require(pool.user("jane"), device.key())))
                .isFalse();

        device.call("UpdateDeviceStatus", "\"DeviceRememberedStatus\":\"remembered\"");

        Device remembered = devices.require(pool.user("jane"), device.key());
        assertThat(Devices.replacesMfa(pool.pool(), remembered)).isTrue();
        assertThat(Devices.replacesMfa(unchallenged.pool(), remembered)).isFalse();
        assertThat(Devices.replacesMfa(server.pool("").pool(), remembered)).isFalse();
    }

    @Test
    void aStatusAndADeviceAreNeeded() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.issued(pool, "jane");

        assertThat(device.call("UpdateDeviceStatus", "").outcome())
                .isEqualTo("InvalidParameterException: DeviceRememberedStatus is required.");
        assertThat(device.call("UpdateDeviceStatus", "\"DeviceRememberedStatus\":\"remembered\"")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
    }
}
