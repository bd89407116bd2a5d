package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.tokens.SignIn;
import dev.cognate.wire.Call;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The sessions of a user. Reference: newer. */
final class AdminListUserSessionsTest extends SessionRoom {

    private static final String ID = "tkn[0-9a-z]{25}";

    @Test
    void aSessionIsShownWithItsPlaceAndTimes() {
        signIn("jane", null);
        String began = seconds();
        Reply listed = list("jane");

        assertThat(ids(listed)).singleElement().asString().matches(ID);
        assertThat(listed.body())
                .isEqualTo("{\"Sessions\":[{\"ClientId\":\"" + pool.client() + "\",\"CreateDate\":" + began
                        + ",\"DeviceType\":\"Chrome 126, Windows 10\",\"IsCurrentSession\":false,\"LastActiveDate\":"
                        + began + ",\"LastIPAddress\":\"192.0.2.1\",\"SessionId\":\""
                        + ids(listed).getFirst()
                        + "\",\"SessionType\":\"TOKEN\"}]}");
    }

    private static String seconds() {
        return String.valueOf(server.clock().instant().getEpochSecond());
    }

    /** "LastActiveDate of a token session is its last refresh"; "unknown is possible". */
    @Test
    void aRefreshMakesItActive() {
        SignIn signIn = signIn("jane", null);
        server.clock().advance(Duration.ofMinutes(5));
        refresh(signIn, new Call(CALL.requestId(), CALL.region(), "192.0.2.9", null, null));

        assertThat(list("jane").body())
                .contains(
                        "\"LastActiveDate\":" + seconds(),
                        "\"LastIPAddress\":\"192.0.2.9\"",
                        "\"DeviceType\":\"unknown\"");
    }

    /** "Revoked and expired ones absent." */
    @Test
    void whatIsOverIsNotShown() {
        SignIn ended = signIn("jane", null);
        signInToSso("jane");
        signIn("jane", null);
        server.store().write(tx -> server.rooms().tokens().signIns().end(tx, ended.pool(), ended.sub(), ended.id()));
        assertThat(ids(list("jane"))).hasSize(2);

        server.clock().advance(Duration.ofMinutes(61));
        assertThat(ids(list("jane"))).singleElement().asString().startsWith("tkn");
        server.clock().advance(Duration.ofDays(40));
        assertThat(ids(list("jane"))).isEmpty();
        assertThat(server.rooms().sessions().sweep()).isPositive();
        assertThat(server.rooms().sessions().sweep()).isZero();
    }

    /** "A sign-in beyond it evicts the least recently used token session; lowering it evicts nobody until the next sign-in." */
    @Test
    void theLeastRecentlyUsedSessionsMakeRoom() {
        List<SignIn> signIns = List.of(signIn("jane", null), signIn("jane", null), signIn("jane", null));
        String sso = signInToSso("jane");
        List<String> sessions = signIns.stream().map(this::session).toList();
        String first = session(signIns.getFirst());
        track(2);
        assertThat(ids(list("jane"))).hasSize(4);

        server.clock().advance(Duration.ofSeconds(1));
        signIn("jane", null);

        assertThat(ids(list("jane"))).hasSize(3).contains(first, sso).doesNotContain(sessions.get(1), sessions.get(2));
        assertThat(pool.callAs(token(signIns.get(1)), "GetUser", "").outcome())
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(pool.callAs(token(signIns.getFirst()), "GetUser", "").status())
                .isEqualTo(200);
    }

    @Test
    void aDeletedUserLeavesNothing() {
        signIn("jane", null);
        pool.admin("AdminDeleteUser", "jane");
        Long rows = server.store()
                .read(tx ->
                        tx.first("SELECT COUNT(*) FROM sessions WHERE pool_id = ?", row -> row.number(1), pool.id()));

        assertThat(rows).isZero();
    }

    @Test
    void aPoolThatDoesNotTrackKeepsNothingAndShowsNothing() {
        setPool("DISABLED", 20);
        signIn("jane", null);

        assertThat(list("jane").outcome()).isEqualTo(NOT_TRACKED);
        track(20);
        assertThat(ids(list("jane"))).isEmpty();
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(list("nobody").outcome()).isEqualTo("UserNotFoundException: User does not exist.");
        assertThat(server.call("AdminListUserSessions", "{\"UserPoolId\":\"us-east-1_NONE\",\"Username\":\"jane\"}")
                        .fault())
                .isEqualTo("ResourceNotFoundException");
        assertThat(pool.adminCall("AdminListUserSessions", "\"Username\":\"jane\",\"NextToken\":\"x\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: Invalid pagination token");
    }
}
