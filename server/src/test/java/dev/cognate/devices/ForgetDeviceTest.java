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

    /** "Its refresh tokens fail", and the access tokens of the sign-ins on it too; those elsewhere stand. */
    @Test
    void nothingStandsThatWasSignedInOnAForgottenDevice() {
        TestPool pool = server.pool(TestDevice.ALWAYS);
        pool.confirmed("jane", "[]");
        TestPool byPassword = pool.through(pool.newClient(
                        "\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\",\"ALLOW_REFRESH_TOKEN_AUTH\"]")
                .member("ClientId"));
        Reply lost = signIn(byPassword);
        Reply other = signIn(byPassword);
        TestDevice device = new TestDevice(
                byPassword, other.member("AccessToken"), lost.member("DeviceKey"), lost.member("DeviceGroupKey"));
        assertThat(device.confirm().status()).isEqualTo(200);
        assertThat(refresh(byPassword, lost).body()).contains("AccessToken");

        assertThat(device.call("ForgetDevice", "").status()).isEqualTo(200);

        assertThat(refresh(byPassword, lost).outcome())
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
        assertThat(pool.callAs(lost.member("AccessToken"), "GetUser", "").outcome())
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(refresh(byPassword, other).body()).contains("AccessToken");
    }

    private static Reply signIn(TestPool pool) {
        return pool.call("InitiateAuth", """
                "AuthFlow":"USER_PASSWORD_AUTH","AuthParameters":{"USERNAME":"jane","PASSWORD":"%s"}""".formatted(TestPool.PASSWORD));
    }

    private static Reply refresh(TestPool pool, Reply signIn) {
        return pool.call("GetTokensFromRefreshToken", """
                "RefreshToken":"%s","DeviceKey":"%s\"""".formatted(signIn.member("RefreshToken"), signIn.member("DeviceKey")));
    }

    @Test
    void theAccessTokenIsNeeded() {
        assertThat(server.call("ForgetDevice", "{\"DeviceKey\":\"us-east-1_5a2b8c1e-1f3d-4c6b-9a70-0b1c2d3e4f50\"}")
                        .outcome())
                .isEqualTo("InvalidParameterException: AccessToken is required.");
    }
}
