package dev.cognate.passkeys;

import static dev.cognate.passkeys.TestPasskeys.register;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.domain.Sub;
import dev.cognate.passkeys.Passkeys.Request;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What sign-ins ask of passkeys. Reference: auth 21.5. */
class PasskeySignInTest {
    private static TestServer server;

    @BeforeAll
    static void startServer() {
        server = TestServer.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    private static final Duration LIFE = Duration.ofMinutes(3);

    /** A user with one passkey, who was just asked for it. */
    private record Asked(TestPool pool, TestAuthenticator authenticator, Request request) {

        static Asked of(String webAuthn, TestAuthenticator authenticator) {
            TestPool pool = TestPasskeys.pool(server, webAuthn);
            register(pool, pool.accessToken("jane"), authenticator);
            Request request = server.rooms().passkeys().request(pool.pool(), pool.user("jane"), LIFE);
            return new Asked(pool, authenticator, Objects.requireNonNull(request));
        }

        static Asked of(TestAuthenticator authenticator) {
            return of("\"RelyingPartyId\":\"example.com\"", authenticator);
        }

        String sub() {
            return pool.user("jane").sub().value();
        }

        String answer() {
            return authenticator.authenticate(Credential.text(request.challenge()), sub());
        }

        boolean proves(String answer, boolean bothFactors) {
            return server.store()
                    .write(tx -> server.rooms()
                            .passkeys()
                            .proves(tx, pool.pool(), pool.user("jane"), request.challenge(), answer, bothFactors));
        }
    }

    @Test
    void theBrowserIsAskedForOneOfTheUsersPasskeys() {
        Asked asked = Asked.of(new TestAuthenticator());

        assertThat(asked.request.options())
                .isEqualTo("{\"challenge\":\"" + Credential.text(asked.request.challenge()) + "\",\"timeout\":180000,"
                        + "\"rpId\":\"example.com\",\"allowCredentials\":[{\"type\":\"public-key\",\"id\":\""
                        + asked.authenticator.id() + "\",\"transports\":[\"hybrid\",\"internal\"]}],"
                        + "\"userVerification\":\"preferred\"}");
        assertThat(asked.request.challenge()).hasSize(32);
    }

    @Test
    void aRightAnswerProvesTheUser() {
        Asked asked = Asked.of(new TestAuthenticator());

        assertThat(asked.proves(asked.answer(), true)).isTrue();
        assertThat(server.rooms().passkeys().has(asked.pool.pool(), asked.pool.user("jane")))
                .isTrue();
        assertThat(asked.pool
                        .callAs(asked.pool.accessToken("jane"), "GetUserAuthFactors", "")
                        .body())
                .contains("\"ConfiguredUserAuthFactors\":[\"PASSWORD\",\"WEB_AUTHN\"]");
    }

    @Test
    void everyFalsificationIsNoticed() {
        Asked asked = Asked.of(new TestAuthenticator());
        String other = new TestAuthenticator().authenticate(Credential.text(asked.request.challenge()), asked.sub());

        assertThat(asked.proves(other, false)).as("an unknown passkey").isFalse();
        assertThat(asked.proves(
                        other.replaceAll("\"(id|rawId)\":\"[^\"]*\"", "\"$1\":\"" + asked.authenticator.id() + "\""),
                        false))
                .as("the signature of another key")
                .isFalse();
        assertThat(asked.proves(asked.authenticator.authenticate("c".repeat(43), asked.sub()), false))
                .as("another challenge")
                .isFalse();
        assertThat(asked.proves(
                        asked.authenticator.authenticate(Credential.text(asked.request.challenge()), "somebody"),
                        false))
                .as("another user's handle")
                .isFalse();
        assertThat(asked.proves(asked.authenticator.register(Credential.text(asked.request.challenge())), false))
                .as("a registration")
                .isFalse();
        asked.authenticator.origin("https://example.org");
        assertThat(asked.proves(asked.answer(), false)).as("another page").isFalse();
        asked.authenticator.origin("https://example.com").relyingParty("example.org");
        assertThat(asked.proves(asked.answer(), false)).as("another party").isFalse();
        asked.authenticator.relyingParty("example.com");
        assertThat(asked.proves(asked.answer(), false)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[", "{\"id\":7}", "{\"id\":\"a\",\"response\":{\"signature\":\"?\"}}"})
    void whatIsNoCredentialProvesNothing(String answer) {
        assertThat(Asked.of(new TestAuthenticator()).proves(answer, false)).isFalse();
    }

    /** The id is right and the rest is missing or garbage. */
    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AA\",\"signature\":\"AA\"}"})
    void anEmptyResponseProvesNothing(String response) {
        Asked asked = Asked.of(new TestAuthenticator());

        assertThat(asked.proves("{\"id\":\"" + asked.authenticator.id() + "\",\"response\":" + response + "}", false))
                .isFalse();
    }

    @Test
    void forBothFactorsTheUserHasToBeRecognised() {
        Asked asked = Asked.of(new TestAuthenticator().withoutRecognition());

        assertThat(asked.proves(asked.answer(), true)).isFalse();
        assertThat(asked.proves(asked.answer(), false)).isTrue();
    }

    /** "Sign counter not decreasing unless 0". */
    @Test
    void aCopyOfAnAuthenticatorIsNoticed() {
        Asked asked = Asked.of(new TestAuthenticator().counter(1));
        asked.authenticator.counter(7);
        assertThat(asked.proves(asked.answer(), false)).isTrue();

        assertThat(asked.proves(asked.answer(), false)).isFalse();
        asked.authenticator.counter(6);
        assertThat(asked.proves(asked.answer(), false)).isFalse();
        asked.authenticator.counter(8);
        assertThat(asked.proves(asked.answer(), false)).isTrue();
    }

    @Test
    void passkeysOfAFormerDomainDoNotCount() {
        Asked asked = Asked.of(new TestAuthenticator());
        TestPasskeys.configure(asked.pool, "\"RelyingPartyId\":\"example.org\"");
        Passkeys passkeys = server.rooms().passkeys();

        assertThat(passkeys.has(asked.pool.pool(), asked.pool.user("jane"))).isFalse();
        assertThat(passkeys.request(asked.pool.pool(), asked.pool.user("jane"), LIFE))
                .isNull();
        assertThat(asked.proves(asked.answer(), false)).isFalse();
    }

    @Test
    void whoDoesNotExistIsAskedInTheSameForm() {
        Asked asked = Asked.of(new TestAuthenticator());
        Passkeys passkeys = server.rooms().passkeys();

        Sub nobody = new Sub("00000000-0000-4000-8000-000000000000");
        String once = Objects.requireNonNull(passkeys.pretend(asked.pool.pool(), nobody, LIFE))
                .options();
        String again = Objects.requireNonNull(passkeys.pretend(asked.pool.pool(), nobody, LIFE))
                .options();

        assertThat(once.replaceAll("\"(challenge|id)\":\"[^\"]*\"", "")
                        .replace("internal\",\"hybrid", "hybrid\",\"internal"))
                .isEqualTo(asked.request.options().replaceAll("\"(challenge|id)\":\"[^\"]*\"", ""));
        assertThat(once).hasSameSizeAs(asked.request.options());
        assertThat(withoutChallenge(again)).isEqualTo(withoutChallenge(once));
    }

    private static String withoutChallenge(String options) {
        return options.replaceAll("\"challenge\":\"[^\"]*\"", "");
    }

    @Test
    void aUserWhoIsDeletedLeavesNoPasskey() {
        Asked asked = Asked.of(new TestAuthenticator());
        asked.pool.admin("AdminDeleteUser", "jane");

        Passkey left = server.store()
                .read(tx -> PasskeysTable.find(tx, asked.pool.pool().id(), asked.authenticator.id()));
        assertThat(left).isNull();
    }
}
