package dev.cognate.passkeys;

import static dev.cognate.passkeys.TestPasskeys.complete;
import static dev.cognate.passkeys.TestPasskeys.register;
import static dev.cognate.passkeys.TestPasskeys.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** StartWebAuthnRegistration. Reference: auth 21.1, 21.2. */
class StartWebAuthnRegistrationTest {
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    /** The recorded answer, member by member. */
    @Test
    void theOptionsAreThoseOfTheService() {
        TestPool pool = TestPasskeys.pool(server);
        String id = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(pool.user("jane").sub().value().getBytes(StandardCharsets.UTF_8));

        assertThat(start(pool, pool.accessToken("jane")).body())
                .matches(Pattern.quote("{\"CredentialCreationOptions\":{\"authenticatorSelection\":"
                                + "{\"requireResidentKey\":true,\"residentKey\":\"required\",\"userVerification\":"
                                + "\"preferred\"},\"challenge\":\"")
                        + "[A-Za-z0-9_-]{43}"
                        + Pattern.quote("\",\"excludeCredentials\":[],\"pubKeyCredParams\":[{\"alg\":-7,"
                                + "\"type\":\"public-key\"},{\"alg\":-257,\"type\":\"public-key\"}],\"rp\":{\"id\":"
                                + "\"example.com\",\"name\":\"example.com\"},\"timeout\":60000,\"user\":"
                                + "{\"displayName\":\"jane\",\"id\":\"" + id + "\",\"name\":\"jane\"}}}"));
    }

    @Test
    void passkeysThatAreThereAreExcluded() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        TestAuthenticator first = new TestAuthenticator();
        register(pool, token, first);

        assertThat(start(pool, token).body())
                .contains("\"excludeCredentials\":[{\"id\":\"" + first.id() + "\",\"type\":\"public-key\"}]");
    }

    @Test
    void verificationIsAsConfiguredAndRequiredOfPasskeysForBothFactors() {
        TestPool required =
                TestPasskeys.pool(server, "\"RelyingPartyId\":\"example.com\",\"UserVerification\":\"required\"");
        TestPool both = TestPasskeys.pool(
                server,
                "\"RelyingPartyId\":\"example.com\",\"UserVerification\":\"preferred\","
                        + "\"FactorConfiguration\":\"MULTI_FACTOR_WITH_USER_VERIFICATION\"");

        for (TestPool pool : new TestPool[] {required, both}) {
            assertThat(start(pool, pool.accessToken("jane")).member("userVerification"))
                    .isEqualTo("required");
        }
    }

    @Test
    void whereTheyAreNoFirstFactorPasskeysAreNotEnabled() {
        TestPool pool = server.pool("");
        TestPasskeys.configure(pool, "\"RelyingPartyId\":\"example.com\"");
        pool.confirmed("jane", "[]");

        assertThat(start(pool, pool.accessToken("jane")).outcome())
                .isEqualTo("WebAuthnNotEnabledException: Passkeys are not enabled for the user pool.");
    }

    @Test
    void withoutADomainThereIsNoRelyingParty() {
        TestPool pool = server.pool(TestPasskeys.ALLOWED);
        pool.confirmed("jane", "[]");

        assertThat(start(pool, pool.accessToken("jane")).outcome())
                .isEqualTo(
                        "WebAuthnConfigurationMissingException: The user pool has no relying party ID and no domain.");
    }

    /** "At most 20 passkeys per user". */
    @Test
    void theTwentyFirstIsTooMany() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        for (int i = 0; i < 19; i++) {
            register(pool, token, new TestAuthenticator());
        }
        assertThat(register(pool, token, new TestAuthenticator()).outcome()).isEqualTo("{}");

        assertThat(start(pool, token).outcome())
                .isEqualTo("LimitExceededException: A user cannot have more than 20 passkeys.");
    }

    /** Its model lists neither UserNotFoundException nor UserNotConfirmedException. */
    @Test
    void refusalsThatTheModelDoesNotListAreToldAsNotAuthorized() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        pool.admin("AdminDeleteUser", "jane");

        assertThat(start(pool, token).fault()).isEqualTo("NotAuthorizedException");
        assertThat(complete(pool, token, "{}").fault()).isEqualTo("NotAuthorizedException");
    }
}
