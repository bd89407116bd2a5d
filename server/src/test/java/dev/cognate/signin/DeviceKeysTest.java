package dev.cognate.signin;

import static dev.cognate.signin.SigningIn.PASSWORD;
import static dev.cognate.signin.SigningIn.begin;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.crypto.KeyRing;
import dev.cognate.devices.TestDevice;
import dev.cognate.mfa.TestApp;
import dev.cognate.store.TestStores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remembered devices while the keys change that lie outside of the database. Reference: auth 20. */
class DeviceKeysTest {
    private static final String OLD = key("the first key of the ring, oldest");
    private static final String NEW = key("the second key, put before it....");

    @TempDir
    Path folder;

    private static String key(String text) {
        return Base64.getEncoder().encodeToString(text.substring(0, 32).getBytes(StandardCharsets.US_ASCII));
    }

    /** A server on the same data with these keys, newest first. */
    private TestServer server(String... keys) {
        return TestServer.on(TestStores.sqlite(folder), KeyRing.of(new SecureRandom(), keys), rules -> rules);
    }

    /** A pool in which jane has an authenticator app, which a remembered device spares her. */
    private static TestPool pool(TestServer server) {
        TestPool pool = SigningIn.pool(server, TestDevice.ALWAYS);
        TestApp.take(pool, "OPTIONAL", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        return pool;
    }

    private static Reply password(TestPool pool, String... further) {
        String[] all = new String[further.length + 4];
        System.arraycopy(new String[] {"USERNAME", "jane", "PASSWORD", PASSWORD}, 0, all, 0, 4);
        System.arraycopy(further, 0, all, 4, further.length);
        return begin(pool, "USER_PASSWORD_AUTH", all);
    }

    private static TestPool at(TestServer server, TestPool pool) {
        return new TestPool(server, pool.id(), pool.client());
    }

    private static DeviceInHand at(TestServer server, DeviceInHand device) {
        return new DeviceInHand(at(server, device.pool()), device.key(), device.group());
    }

    private static void assertSpares(DeviceInHand device) {
        Reply asked = password(device.pool(), "DEVICE_KEY", device.key());
        assertThat(asked.member("ChallengeName")).isEqualTo("DEVICE_SRP_AUTH");
        assertThat(device.prove(asked, "jane").body()).contains("\"AccessToken\":");
    }

    /** What was sealed under the new key alone needs the old one no more: neither does a device. */
    @Test
    void aDeviceOutlivesTheKeyThatWasTheOldestWhenItWasConfirmed() {
        server(OLD).close();
        DeviceInHand device;
        try (TestServer both = server(NEW, OLD)) {
            TestPool pool = pool(both);
            device = DeviceInHand.confirmed(pool, password(pool));
            TestApp.preferred(pool, pool.accessToken("jane"));
            assertSpares(device);
        }

        try (TestServer one = server(NEW)) {
            assertSpares(at(one, device));
        }
    }

    /** A device key that was handed out before the new seal key came is good afterwards. */
    @Test
    void aDeviceThatWasOfferedBeforeTheChangeIsConfirmedAfterIt() {
        TestPool pool;
        Reply offered;
        try (TestServer old = server(OLD)) {
            pool = pool(old);
            offered = password(pool);
        }

        try (TestServer both = server(NEW, OLD)) {
            DeviceInHand device = DeviceInHand.confirmed(at(both, pool), offered);
            TestApp.preferred(device.pool(), device.pool().accessToken("jane"));
            assertSpares(device);
        }
    }

    /** Devices that were confirmed before their group was kept are found by the key that made it. */
    @Test
    void aDeviceWithoutAKeptGroupIsKnownAsLongAsItsKeyIsInTheRing() {
        DeviceInHand device;
        try (TestServer old = server(OLD)) {
            TestPool pool = pool(old);
            device = DeviceInHand.confirmed(pool, password(pool));
            TestApp.preferred(pool, pool.accessToken("jane"));
            old.store().write(tx -> tx.update("UPDATE devices SET group_key = NULL"));
        }

        try (TestServer both = server(NEW, OLD)) {
            both.clock().advance(Duration.ofMinutes(1));
            assertSpares(at(both, device));
        }
    }
}
