package dev.cognate.mfa;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.clients.Client;
import dev.cognate.domain.ClientId;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Handler;
import dev.cognate.wire.fault.EnableSoftwareTokenMFAException;
import dev.cognate.wire.fault.NotAuthorizedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Setting up an authenticator app on the way through a sign-in, by session. Reference: auth 6.6, 19.3, 28.2. The sign-in
 * itself is a list of the sessions that were given; the sealed ones belong to the room of sign-ins.
 */
class SoftwareTokenOnTheWayTest {
    private static final Call CALL = new Call("a", "us-east-1", "127.0.0.1", null, null);
    private static final String FIRST = "session-of-a-sign-in-that-waits";

    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    /** One user's sign-in that waits in MFA_SETUP. */
    private static final class Waiting implements HalfDoneSignIns {
        private final TestPool pool;
        private final List<Progress> steps = new ArrayList<>();
        private String good = FIRST;

        Waiting(TestPool pool) {
            this.pool = pool;
        }

        @Override
        public HalfDone open(String session) {
            if (!session.equals(good)) {
                throw new NotAuthorizedException("Invalid session for the user, session can only be used once.");
            }
            Client client = server.rooms().clients().require(new ClientId(pool.client()));
            return new HalfDone(client, pool.user("jane"), session);
        }

        @Override
        public String next(Tx tx, HalfDone signIn, Progress progress) {
            steps.add(progress);
            good = FIRST + "-" + steps.size();
            return good;
        }

        String call(String operation, String members) {
            Handler<?, ?> handler = server.rooms().mfa().operations(this).stream()
                    .filter(each -> each.model().name().equals(operation))
                    .findFirst()
                    .orElseThrow();
            return new String(handler.answer(("{" + members + "}").getBytes(UTF_8), CALL), UTF_8);
        }
    }

    private static TestPool pool() {
        TestPool pool = server.pool("");
        TestApp.take(pool, "ON", TestApp.TOKENS);
        pool.confirmed("jane", "[]");
        return pool;
    }

    private static String member(String json, String name) {
        Matcher found = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        assertThat(found.find()).as(json).isTrue();
        return found.group(1);
    }

    private static String session(String session) {
        return "\"Session\":\"" + session + "\"";
    }

    /** Clause auth 6.6.t1. Steps 3 and 4 of the worked exchange. */
    @Test
    void anAppThatIsSetUpOnTheWayIsSwitchedOnAndPreferred() {
        TestPool pool = pool();
        Waiting waiting = new Waiting(pool);

        String associated = waiting.call("AssociateSoftwareToken", session(FIRST));
        TestApp app = TestApp.of(pool, member(associated, "SecretCode"));
        String verified = waiting.call(
                "VerifySoftwareToken", session(member(associated, "Session")) + ",\"UserCode\":\"" + app.code() + "\"");

        assertThat(verified).isEqualTo("{\"Session\":\"" + FIRST + "-2\",\"Status\":\"SUCCESS\"}");
        assertThat(waiting.steps)
                .containsExactly(HalfDoneSignIns.Progress.SEED_HANDED_OUT, HalfDoneSignIns.Progress.TOKEN_VERIFIED);
        assertThat(pool.adminGetUser("jane").body())
                .contains("\"PreferredMfaSetting\":\"SOFTWARE_TOKEN_MFA\"")
                .contains("\"UserMFASettingList\":[\"SOFTWARE_TOKEN_MFA\"]");
        assertThat(server.rooms().mfa().decide(pool.pool(), pool.user("jane")))
                .isEqualTo(new MfaDecision.Ask(MfaFactor.SOFTWARE_TOKEN_MFA));
    }

    @Test
    void aWrongCodeDoesNotUseUpTheSession() {
        TestPool pool = pool();
        Waiting waiting = new Waiting(pool);
        String associated = waiting.call("AssociateSoftwareToken", session(FIRST));
        TestApp app = TestApp.of(pool, member(associated, "SecretCode"));
        String session = session(member(associated, "Session"));

        assertThatThrownBy(() -> waiting.call("VerifySoftwareToken", session + ",\"UserCode\":\"" + app.code(5) + "\""))
                .isInstanceOf(EnableSoftwareTokenMFAException.class)
                .hasMessage("Code mismatch and fail enable Software Token MFA");
        assertThat(waiting.call("VerifySoftwareToken", session + ",\"UserCode\":\"" + app.code() + "\""))
                .contains("SUCCESS");
    }

    @Test
    void aUsedSessionIsRefusedAndHandsOutNothing() {
        Waiting waiting = new Waiting(pool());
        waiting.call("AssociateSoftwareToken", session(FIRST));

        assertThatThrownBy(() -> waiting.call("AssociateSoftwareToken", session(FIRST)))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessage("Invalid session for the user, session can only be used once.");
    }

    /** Who knows a password must not replace the app that would be asked for. */
    @Test
    void whoHasAFactorCannotSetUpAnotherOnTheWay() {
        TestPool pool = pool();
        TestApp app = TestApp.verified(pool, pool.accessToken("jane"));
        Waiting waiting = new Waiting(pool);

        assertThatThrownBy(() -> waiting.call("AssociateSoftwareToken", session(FIRST)))
                .isInstanceOf(NotAuthorizedException.class)
                .hasMessage("Invalid session for the user.");
        assertThat(waiting.steps).isEmpty();
        server.clock().advance(Duration.ofMinutes(1));
        assertThat(AssociateSoftwareTokenTest.check(pool, app.code())).isEqualTo(TotpCheck.RIGHT);
    }

    @Test
    void nothingPrintsTheSession() {
        assertThat(new Waiting(pool()).open(FIRST).toString()).doesNotContain(FIRST);
    }
}
