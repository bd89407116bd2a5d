package dev.cognate.devices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
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

    private static Reply signIn(TestPool pool) {
        return pool.call("InitiateAuth", """
                "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"}\
                """.formatted(TestPool.PASSWORD));
    }

    private static TestDevice confirmed(TestPool pool, Reply signedIn) {
        TestDevice device = new TestDevice(
                pool,
                signedIn.member("AccessToken"),
                signedIn.member("DeviceKey"),
                signedIn.member("DeviceGroupKey"));
        assertThat(device.confirm().status()).isEqualTo(200);
        return device;
    }

    private static String refresh(TestPool pool, Reply signedIn) {
        return pool.call("GetTokensFromRefreshToken", "\"RefreshToken\":\"%s\",\"DeviceKey\":\"%s\""
                        .formatted(signedIn.member("RefreshToken"), signedIn.member("DeviceKey")))
                .fault();
    }

    private static TestPool poolWithPasswords() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        return pool.through(pool.newClient(
                        "\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]")
                .member("ClientId"));
    }

    /** "Its refresh tokens fail", and its access tokens; those of other devices do not. */
    @Test
    void theSignInsOnAForgottenDeviceEnd() {
        TestPool pool = poolWithPasswords();
        Reply first = signIn(pool);
        TestDevice lost = confirmed(pool, first);
        Reply second = signIn(pool);

        assertThat(pool.callAs(
                                second.member("AccessToken"),
                                "ForgetDevice",
                                "\"DeviceKey\":\"" + lost.key() + "\"")
                        .status())
                .isEqualTo(200);

        assertThat(refresh(pool, first)).isEqualTo("NotAuthorizedException");
        assertThat(pool.callAs(lost.token(), "GetUser", "").outcome())
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(refresh(pool, second)).isEqualTo("none");
    }

    /** The same where an administrator forgets it. */
    @Test
    void theSignInsOnADeviceThatAnAdministratorForgetsEnd() {
        TestPool pool = poolWithPasswords();
        Reply first = signIn(pool);
        TestDevice lost = confirmed(pool, first);
        Reply second = signIn(pool);

        assertThat(lost.admin("AdminForgetDevice", "jane", "").status()).isEqualTo(200);

        assertThat(refresh(pool, first)).isEqualTo("NotAuthorizedException");
        assertThat(refresh(pool, second)).isEqualTo("none");
    }

    @Test
    void theAccessTokenIsNeeded() {
        assertThat(server.call("ForgetDevice", "{\"DeviceKey\":\"us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50\"}")
                        .outcome())
                .isEqualTo("InvalidParameterException: AccessToken is required.");
    }
}
