package dev.cognate.passkeys;

import static dev.cognate.passkeys.TestPasskeys.complete;
import static dev.cognate.passkeys.TestPasskeys.register;
import static dev.cognate.passkeys.TestPasskeys.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** ListWebAuthnCredentials. Reference: auth 21.4. */
class ListWebAuthnCredentialsTest {
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static String list(TestPool pool, String members) {
        return pool.callAs(pool.accessToken("jane"), "ListWebAuthnCredentials", members)
                .body();
    }

    @Test
    void aPasskeyIsShownWithWhatIsKnownOfIt() {
        TestPool pool = TestPasskeys.pool(server);
        TestAuthenticator apple = new TestAuthenticator().kind("fbfc3007-154e-4ecc-8c0b-6e020557d7bd");
        register(pool, pool.accessToken("jane"), apple);

        assertThat(list(pool, ""))
                .matches(
                        "\\{\"Credentials\":\\[\\{\"AuthenticatorAttachment\":\"platform\",\"AuthenticatorTransports\":"
                                + "\\[\"hybrid\",\"internal\"],\"CreatedAt\":[0-9.E]+,\"CredentialId\":\"" + apple.id()
                                + "\",\"FriendlyCredentialName\":\"iCloud Keychain\",\"RelyingPartyId\":\"example.com\"}]}");
    }

    /** "Roaming passkey" for cross-platform. */
    @Test
    void authenticatorsThatNobodyKnowsAreNamedByTheirAttachment() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        register(pool, token, new TestAuthenticator());
        String roaming = new TestAuthenticator().register(start(pool, token).member("challenge"));
        complete(pool, token, roaming.replace("\"platform\"", "\"cross-platform\""));

        assertThat(list(pool, ""))
                .contains("\"FriendlyCredentialName\":\"Passkey\"")
                .contains("\"FriendlyCredentialName\":\"Roaming passkey\"");
    }

    @Test
    void pagesAreOldestFirst() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        TestAuthenticator old = new TestAuthenticator();
        TestAuthenticator young = new TestAuthenticator();
        register(pool, token, old);
        server.clock().advance(Duration.ofSeconds(1));
        register(pool, token, young);

        String first = list(pool, "\"MaxResults\":1");
        String next = pool.callAs(token, "ListWebAuthnCredentials", "\"MaxResults\":1")
                .member("NextToken");

        assertThat(first).contains(old.id()).doesNotContain(young.id());
        assertThat(list(pool, "\"MaxResults\":1,\"NextToken\":\"" + next + "\""))
                .contains(young.id())
                .doesNotContain(old.id())
                .doesNotContain("NextToken");
    }

    @Test
    void anotherUsersPasskeysAreNotShown() {
        TestPool pool = TestPasskeys.pool(server);
        pool.confirmed("john", "[]");
        register(pool, pool.accessToken("john"), new TestAuthenticator());

        assertThat(list(pool, "")).isEqualTo("{\"Credentials\":[]}");
    }
}
