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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** CompleteWebAuthnRegistration. Reference: auth 21.3. */
class CompleteWebAuthnRegistrationTest {
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static final String NO_CHALLENGE =
            "WebAuthnChallengeNotFoundException: The challenge does not exist or has expired.";
    private static final String ORIGIN =
            "WebAuthnOriginNotAllowedException: The origin of the credential is not allowed.";
    private static final String UNSUPPORTED =
            "WebAuthnCredentialNotSupportedException: The credential is not supported.";

    private static String registered(TestPool pool, TestAuthenticator authenticator) {
        return register(pool, pool.accessToken("jane"), authenticator).outcome();
    }

    private static String list(TestPool pool) {
        return pool.callAs(pool.accessToken("jane"), "ListWebAuthnCredentials", "")
                .body();
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://example.com", "https://app.example.com:8443", "https://APP.example.com"})
    void aPasskeyOfThePoolsDomainIsAdded(String origin) {
        TestPool pool = TestPasskeys.pool(server);
        TestAuthenticator authenticator = new TestAuthenticator().origin(origin);

        assertThat(registered(pool, authenticator)).isEqualTo("{}");
        assertThat(list(pool)).contains(authenticator.id());
    }

    @Test
    void onThisMachineAPageNeedsNoHttps() {
        TestPool pool = TestPasskeys.pool(server, "\"RelyingPartyId\":\"localhost\"");

        assertThat(registered(
                        pool, new TestAuthenticator().relyingParty("localhost").origin("http://localhost:3000")))
                .isEqualTo("{}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "https://example.org",
                "https://badexample.com",
                "https://example.com.evil.org",
                "http://localhost",
                "null"
            })
    void aPasskeyOfAPageElsewhereIsRefused(String origin) {
        TestPool pool = TestPasskeys.pool(server);

        assertThat(registered(pool, new TestAuthenticator().origin(origin))).isEqualTo(ORIGIN);
        assertThat(list(pool)).isEqualTo("{\"Credentials\":[]}");
    }

    @Test
    void anOriginThatIsNoneMakesNoCredential() {
        assertThat(registered(TestPasskeys.pool(server), new TestAuthenticator().origin("https://")))
                .isEqualTo("InvalidParameterException: The credential is not a registration response.");
    }

    @Test
    void aPasskeyOfAnotherRelyingPartyIsRefused() {
        assertThat(registered(TestPasskeys.pool(server), new TestAuthenticator().relyingParty("example.org")))
                .isEqualTo("WebAuthnRelyingPartyMismatchException: The credential was made for another relying party.");
    }

    /** The operation has no fault of its own for that; StartWebAuthnRegistration has. */
    @Test
    void aPoolWithoutADomainTakesNone() {
        TestPool pool = server.pool(TestPasskeys.ALLOWED);
        pool.confirmed("jane", "[]");

        assertThat(complete(pool, pool.accessToken("jane"), "{}").outcome())
                .isEqualTo("WebAuthnNotEnabledException: The user pool has no relying party ID and no domain.");
    }

    /** "Unknown": nothing was started, or another challenge is answered. */
    @Test
    void aChallengeThatWasNotGivenIsNotFound() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        String answer = new TestAuthenticator().register("c".repeat(43));

        assertThat(complete(pool, token, answer).outcome()).isEqualTo(NO_CHALLENGE);
        start(pool, token);
        assertThat(complete(pool, token, answer).outcome()).isEqualTo(NO_CHALLENGE);
    }

    @Test
    void aChallengeIsGoodForFiveMinutesAndOnce() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        String late = new TestAuthenticator().register(start(pool, token).member("challenge"));
        server.clock().advance(Duration.ofMinutes(5));
        assertThat(complete(pool, token, late).outcome()).isEqualTo(NO_CHALLENGE);

        String answer = new TestAuthenticator().register(start(pool, token).member("challenge"));
        assertThat(complete(pool, token, answer).outcome()).isEqualTo("{}");
        assertThat(complete(pool, token, answer).outcome()).isEqualTo(NO_CHALLENGE);
    }

    @Test
    void aLaterStartTakesThePlaceOfAnEarlierOne() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        String early = new TestAuthenticator().register(start(pool, token).member("challenge"));
        start(pool, token);

        assertThat(complete(pool, token, early).outcome()).isEqualTo(NO_CHALLENGE);
    }

    /** "Access token of another client than in Start". */
    @Test
    void anotherClientCannotComplete() {
        TestPool pool = TestPasskeys.pool(server);
        String answer = new TestAuthenticator()
                .register(start(pool, pool.accessToken("jane")).member("challenge"));
        String other = pool.concealing().accessToken("jane");

        assertThat(complete(pool, other, answer).outcome())
                .isEqualTo("WebAuthnClientMismatchException: The registration was started with another app client.");
    }

    /** "Missing UV when required". */
    @Test
    void whereItIsRequiredTheUserIsRecognised() {
        TestPool pool =
                TestPasskeys.pool(server, "\"RelyingPartyId\":\"example.com\",\"UserVerification\":\"required\"");

        assertThat(registered(pool, new TestAuthenticator().withoutRecognition()))
                .isEqualTo(UNSUPPORTED);
        assertThat(registered(TestPasskeys.pool(server), new TestAuthenticator().withoutRecognition()))
                .isEqualTo("{}");
    }

    /** "Unsupported algorithm": ES512 in place of ES256. */
    @Test
    void anotherAlgorithmIsNotTaken() {
        assertThat(registered(TestPasskeys.pool(server), new TestAuthenticator().algorithm(-36)))
                .isNotEqualTo("{}")
                .matches("(WebAuthnCredentialNotSupportedException|InvalidParameterException): .*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"text\"",
                "7",
                "{\"response\":{}}",
                "{\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"oA\"}}",
                "{\"response\":{\"clientDataJSON\":\"!\",\"attestationObject\":7}}",
                "{\"response\":{\"clientDataJSON\":\"bnVsbA\",\"attestationObject\":\"9g\"}}"
            })
    void whatIsNoCredentialIsRefused(String credential) {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        start(pool, token);

        assertThat(complete(pool, token, credential).outcome())
                .startsWith("InvalidParameterException: ")
                .doesNotContain("nternal");
    }

    @Test
    void aPasskeyIsOneUsers() {
        TestPool pool = TestPasskeys.pool(server);
        pool.confirmed("john", "[]");
        TestAuthenticator authenticator = new TestAuthenticator();
        registered(pool, authenticator);

        assertThat(register(pool, pool.accessToken("john"), authenticator).outcome())
                .isEqualTo("InvalidParameterException: The passkey is registered already.");
        assertThat(register(pool, pool.accessToken("jane"), authenticator).outcome())
                .isEqualTo("InvalidParameterException: The passkey is registered already.");
    }

    /** ">20 → LimitExceededException": the twentieth came while the browser made the twenty-first. */
    @Test
    void thatTheUserMayHaveAnotherIsLookedAtAgain() {
        TestPool pool = TestPasskeys.pool(server);
        String token = pool.accessToken("jane");
        for (int i = 0; i < 19; i++) {
            register(pool, token, new TestAuthenticator());
        }
        TestAuthenticator last = new TestAuthenticator();
        String credential = last.register(start(pool, token).member("challenge"));
        addCopy(pool);

        assertThat(complete(pool, token, credential).outcome())
                .isEqualTo("LimitExceededException: A user cannot have more than 20 passkeys.");
        assertThat(list(pool)).doesNotContain(last.id());
    }

    /** A registration is begun for a user once at a time, so what comes between two halves comes past the API. */
    private static void addCopy(TestPool pool) {
        server.store().write(tx -> tx.update("""
                INSERT INTO passkeys (pool_id, credential_id, sub, rp_id, credential, sign_count, backup_eligible,
                    attachment, transports, name, created_at)
                SELECT pool_id, 'copy', sub, rp_id, credential, sign_count, backup_eligible,
                    attachment, transports, name, created_at
                FROM passkeys WHERE pool_id = ? LIMIT 1
                """, pool.id()));
    }
}
