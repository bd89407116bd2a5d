package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** AdminListDevices. Reference: auth 20.3. */
class AdminListDevicesTest {
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
    void theDevicesOfAUserAreListedInPages() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        pool.confirmed("john", "[]");
        TestDevice one = TestDevice.confirmed(pool, "jane");
        TestDevice other = TestDevice.confirmed(pool, "jane");
        TestDevice ofJohn = TestDevice.confirmed(pool, "john");

        String all = pool.admin("AdminListDevices", "jane").body();
        String next = pool.adminCall("AdminListDevices", "\"Username\":\"jane\",\"Limit\":1")
                .member("PaginationToken");

        assertThat(all)
                .contains(one.key(), other.key(), "dev:device_owner")
                .doesNotContain(ofJohn.key())
                .doesNotContain("PaginationToken");
        assertThat(pool.adminCall(
                                "AdminListDevices",
                                "\"Username\":\"jane\",\"Limit\":1,\"PaginationToken\":\"" + next + "\"")
                        .member("DeviceKey"))
                .isEqualTo(one.key().compareTo(other.key()) > 0 ? one.key() : other.key());
    }

    /** Its model has no UserNotFoundException. */
    @Test
    void nobodyIsAMissingResource() {
        assertThat(server.pool("").admin("AdminListDevices", "jane").outcome())
                .isEqualTo("ResourceNotFoundException: User does not exist.");
    }
}
