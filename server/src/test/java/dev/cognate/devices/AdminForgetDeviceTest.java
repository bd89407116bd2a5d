package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.directory.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminForgetDevice. Reference: auth 20.3. */
class AdminForgetDeviceTest {
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
    void anAdministratorForgetsADevice() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");

        assertThat(device.admin("AdminForgetDevice", "jane", "").status()).isEqualTo(200);

        assertThat(device.admin("AdminForgetDevice", "jane", "").outcome())
                .isEqualTo("ResourceNotFoundException: Device does not exist.");
    }

    @Test
    void nobodyIsNotFound() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");

        assertThat(TestDevice.confirmed(pool, "jane")
                        .admin("AdminForgetDevice", "john", "")
                        .outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Devices go with their user. */
    @Test
    void aUserWhoIsDeletedLeavesNoDevice() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestDevice device = TestDevice.confirmed(pool, "jane");
        User jane = pool.user("jane");

        pool.admin("AdminDeleteUser", "jane");

        Device left = server.store().read(tx -> DevicesTable.find(tx, jane.pool(), jane.sub(), device.key()));
        assertThat(left).isNull();
    }
}
