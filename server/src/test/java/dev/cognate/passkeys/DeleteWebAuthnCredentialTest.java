package dev.cognate.passkeys;

import static dev.cognate.passkeys.TestPasskeys.register;
import static dev.cognate.passkeys.TestPasskeys.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** DeleteWebAuthnCredential. Reference: auth 21.4. */
class DeleteWebAuthnCredentialTest {
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void aPasskeyIsDeletedAndCanBeRegisteredAgain() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        TestAuthenticator authenticator = new TestAuthenticator();
        register(pool, token, authenticator);
        String which = "\"CredentialId\":\"" + authenticator.id() + "\"";

        assertThat(pool.callAs(token, "DeleteWebAuthnCredential", which).body()).isEqualTo("{}");

        assertThat(pool.callAs(token, "ListWebAuthnCredentials", "").body()).isEqualTo("{\"Credentials\":[]}");
        assertThat(pool.callAs(token, "DeleteWebAuthnCredential", which).outcome())
                .isEqualTo("ResourceNotFoundException: The passkey does not exist.");
        assertThat(register(pool, token, authenticator).outcome()).isEqualTo("{}");
    }

    @Test
    void anotherUsersPasskeyIsNotThere() {
        TestPool pool = TestPasskeys.pool(server);
        pool.confirmed("john", "[]");
        TestAuthenticator authenticator = new TestAuthenticator();
        register(pool, pool.accessToken("jane"), authenticator);

        assertThat(pool.callAs(
                                pool.accessToken("john"),
                                "DeleteWebAuthnCredential",
                                "\"CredentialId\":\"" + authenticator.id() + "\"")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: The passkey does not exist.");

        assertThat(start(pool, pool.accessToken("jane")).body()).contains(authenticator.id());
    }
}
