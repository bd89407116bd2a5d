package dev.cognate.sessions;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.clients.Client;
import dev.cognate.directory.User;
import dev.cognate.domain.ClientId;
import dev.cognate.tokens.AccessTokens;
import dev.cognate.tokens.SignIn;
import dev.cognate.wire.Call;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A pool that tracks sessions, with the confirmed user jane. */
abstract class SessionRoom {
    static final String NOT_TRACKED =
            "InvalidParameterException: User session tracking is not enabled for the user pool.";
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
    static final Call CALL = new Call("00000000-0000-4000-8000-000000000000", "us-east-1", "192.0.2.1", CHROME, null);

    static TestServer server;
    TestPool pool;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    final void makeAPool() {
        pool = server.pool("");
        pool.confirmed("jane", "[]");
        track(20);
    }

    final Reply track(int most) {
        return setPool("ENABLED", most);
    }

    final Reply setPool(String tracking, int most) {
        return pool.adminCall("SetUserPoolSessionConfiguration", """
                "UserSessionTracking":"%s","TokenSession":{"MaxPerUser":%d}""".formatted(tracking, most));
    }

    final Reply setClient(String client, int minutes) {
        return pool.adminCall("SetUserPoolClientSessionConfiguration", """
                "ClientId":"%s","SSOSession":{"MaxValidityMinutes":%d}""".formatted(client, minutes));
    }

    private Client client() {
        return server.rooms().clients().require(new ClientId(pool.client()));
    }

    /** Signs a user in, by way of an SSO session or none. */
    final SignIn signIn(String username, @Nullable String origin) {
        User user = pool.user(username);
        return server.store().write(tx -> {
            SignIn signIn = server.rooms().tokens().signIns().begin(tx, client(), user);
            server.rooms().sessions().begin(tx, signIn, origin, CALL);
            return signIn;
        });
    }

    final void refresh(SignIn signIn, Call call) {
        server.store().write(tx -> {
            server.rooms().sessions().refreshed(tx, signIn, call);
            return true;
        });
    }

    final String signInToSso(String username) {
        User user = pool.user(username);
        return server.store()
                .write(tx -> Objects.requireNonNull(
                        server.rooms().sessions().beginSso(tx, client(), user, Duration.ofHours(1), CALL)));
    }

    /** The access token of a sign-in. */
    final String token(SignIn signIn) {
        return server.rooms()
                .tokens()
                .accessTokens()
                .issue(client(), pool.user("jane"), signIn, List.of(), List.of(AccessTokens.OWN_ACCOUNT))
                .text();
    }

    final Reply list(String username) {
        return pool.admin("AdminListUserSessions", username);
    }

    /** The ids that a list shows, in its order. */
    static List<String> ids(Reply list) {
        return Pattern.compile("\"SessionId\":\"([^\"]*)\"")
                .matcher(list.body())
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    /** The session that a sign-in began: the one that was active last. */
    final String session(SignIn signIn) {
        server.clock().advance(Duration.ofSeconds(1));
        refresh(signIn, CALL);
        return ids(list("jane")).getFirst();
    }
}
