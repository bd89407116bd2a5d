package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.wire.Call;
import java.math.BigInteger;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What sign-ins ask of devices. Reference: auth 9.5, 9.7, 20.1. */
class DevicesTest {
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
    void aKeyIsRegionAndUuidAndAGroupHasNoUnderscore() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");

        for (int i = 0; i < 20; i++) {
            TestDevice device = TestDevice.issued(pool, "jane");
            assertThat(device.key())
                    .matches("us-east-1_[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
            assertThat(device.group()).matches("-[0-9A-Za-z]{8}");
        }
    }

    /** The numbers of the recorded device, as they come back from the sealed row. */
    @Test
    void theVerifierIsTheOneThatTheClientMade() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");
        Devices devices = server.rooms().devices();

        Devices.Secret secret = devices.secret(pool.user("jane"), devices.require(pool.user("jane"), device.key()));

        assertThat(secret.group()).isEqualTo(device.group());
        assertThat(secret.verifier().salt()).isEqualTo(new BigInteger("a5905c4457ae912b10ff130ae41262fd", 16));
        assertThat(secret.verifier().verifier().toString(16)).startsWith("629bb0462a0d3b25353a8f97687ff54e");
        assertThat(secret.toString()).doesNotContain("629bb0").contains("***");
    }

    @Test
    void aSignInIsNotedWithTimeAndAddress() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");
        Devices devices = server.rooms().devices();
        Device before = devices.require(pool.user("jane"), device.key());
        server.clock().advance(Duration.ofMinutes(1));

        server.store().write(tx -> {
            devices.authenticated(tx, before, new Call("a", "us-east-1", "192.0.2.1", null, null));
            return before;
        });

        Device after = devices.require(pool.user("jane"), device.key());
        assertThat(after.lastAddress()).isEqualTo("192.0.2.1");
        assertThat(after.authenticated()).isEqualTo(before.authenticated().plusSeconds(60));
        assertThat(after.modified()).isEqualTo(before.modified());
    }
}
