package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ListDevices. Reference: auth 20.3. */
class ListDevicesTest {
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
    void allConfirmedDevicesAreListedInPages() {
        TestPool pool = server.pool(TestDevice.OPT_IN);
        pool.confirmed("jane", "[]");
        String token = pool.accessToken("jane");
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            keys.add(TestDevice.confirmed(pool, "jane").key());
        }
        keys.sort(null);

        String first = pool.callAs(token, "ListDevices", "\"Limit\":2").body();
        String next = pool.callAs(token, "ListDevices", "\"Limit\":2").member("PaginationToken");
        String second = pool.callAs(token, "ListDevices", "\"Limit\":2,\"PaginationToken\":\"" + next + "\"")
                .body();

        assertThat(first).contains(keys.get(0), keys.get(1)).doesNotContain(keys.get(2));
        assertThat(second).contains(keys.get(2)).doesNotContain(keys.get(0)).doesNotContain("PaginationToken");
    }

    @Test
    void whoHasNoDeviceHasAnEmptyList() {
        TestPool pool = server.pool("");
        pool.confirmed("jane", "[]");

        assertThat(pool.callAs(pool.accessToken("jane"), "ListDevices", "").body())
                .isEqualTo("{\"Devices\":[]}");
    }
}
