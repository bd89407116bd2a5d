package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ForgetDevice. Reference: auth 20.3. */
class ForgetDeviceTest {
    private static final String FORGOTTEN = "NotAuthorizedException: Invalid Refresh Token.";

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

    /** A lost device stays good for its access token for a while, which must not bring it back in place of a factor. */
    @Test
    void aForgottenDeviceDoesNotConfirmItselfAgain() {
        TestPool pool = poolWithPasswords();
        Reply onIt = signIn(pool);
        TestDevice lost = confirmed(pool, onIt);
        assertThat(pool.adminCall("AdminForgetDevice", "\"Username\":\"jane\",\"DeviceKey\":\"" + lost.key() + "\"")
                        .status())
                .isEqualTo(200);

        assertThat(lost.confirm().outcome()).isEqualTo("ResourceNotFoundException: Device does not exist.");
        assertThat(lost.call("GetDevice", "").fault()).isEqualTo("ResourceNotFoundException");
    }

    /** Nor while it is forgotten, however often it asks. */
    @Test
    void aDeviceDoesNotConfirmItselfAgainAtTheMomentItIsForgotten() throws InterruptedException {
        TestPool pool = poolWithPasswords();
        for (int round = 0; round < 10; round++) {
            TestDevice lost = confirmed(pool, signIn(pool));
            CountDownLatch asking = new CountDownLatch(3);
            try (ExecutorService holder = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 3; i++) {
                    holder.execute(() -> {
                        for (int ask = 0; ask < 20; ask++) {
                            lost.confirm();
                            asking.countDown();
                        }
                    });
                }
                asking.await();
                pool.adminCall("AdminForgetDevice", "\"Username\":\"jane\",\"DeviceKey\":\"" + lost.key() + "\"");
            }

            assertThat(lost.call("GetDevice", "").fault()).isEqualTo("ResourceNotFoundException");
        }
    }

    private static Reply signIn(TestPool pool) {
        return pool.call("InitiateAuth", """
                "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"}\
                """.formatted(TestPool.PASSWORD));
    }

    private static TestDevice confirmed(TestPool pool, Reply signedIn) {
        TestDevice device = new TestDevice(
                pool, signedIn.member("AccessToken"), signedIn.member("DeviceKey"), signedIn.member("DeviceGroupKey"));
        assertThat(device.confirm().status()).isEqualTo(200);
        return device;
    }

    private static String refresh(TestPool pool, Reply signedIn) {
        return refresh(pool, signedIn, signedIn.member("DeviceKey"));
    }

    private static String refresh(TestPool pool, Reply signedIn, String deviceKey) {
        Reply reply = pool.call(
                "InitiateAuth",
                "\"AuthFlow\":\"REFRESH_TOKEN_AUTH\",\"AuthParameters\":{\"REFRESH_TOKEN\":\"%s\",\"DEVICE_KEY\":\"%s\"}"
                        .formatted(signedIn.member("RefreshToken"), deviceKey));
        return reply.status() == 200 ? "none" : reply.outcome();
    }

    private static TestPool poolWithPasswords() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        return pool.through(
                pool.newClient("\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]")
                        .member("ClientId"));
    }

    /** "Its refresh tokens fail (Invalid Refresh Token.)"; those of other devices do not, nor do access tokens. */
    @Test
    void theSignInsOnAForgottenDeviceAreRefreshedNoMore() {
        TestPool pool = poolWithPasswords();
        Reply first = signIn(pool);
        TestDevice lost = confirmed(pool, first);
        Reply second = signIn(pool);

        assertThat(pool.callAs(second.member("AccessToken"), "ForgetDevice", "\"DeviceKey\":\"" + lost.key() + "\"")
                        .status())
                .isEqualTo(200);

        assertThat(refresh(pool, first)).isEqualTo(FORGOTTEN);
        assertThat(refresh(pool, first, "")).isEqualTo(FORGOTTEN);
        assertThat(pool.callAs(lost.token(), "GetUser", "").status()).isEqualTo(200);
        assertThat(refresh(pool, second)).isEqualTo("none");
    }

    /** The same where an administrator forgets it. */
    @Test
    void theSignInsOnADeviceThatAnAdministratorForgetsAreRefreshedNoMore() {
        TestPool pool = poolWithPasswords();
        Reply first = signIn(pool);
        TestDevice lost = confirmed(pool, first);
        Reply second = signIn(pool);

        assertThat(lost.admin("AdminForgetDevice", "jane", "").status()).isEqualTo(200);

        assertThat(refresh(pool, first)).isEqualTo(FORGOTTEN);
        assertThat(refresh(pool, second)).isEqualTo("none");
    }

    @Test
    void theAccessTokenIsNeeded() {
        assertThat(server.call("ForgetDevice", "{\"DeviceKey\":\"us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50\"}")
                        .outcome())
                .isEqualTo("InvalidParameterException: AccessToken is required.");
    }
}
