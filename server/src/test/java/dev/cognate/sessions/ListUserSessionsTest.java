package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.tokens.SignIn;
import org.junit.jupiter.api.Test;

/** The sessions of whoever asks. Reference: newer. */
final class ListUserSessionsTest extends SessionRoom {

    /** "IsCurrentSession marks the caller's." */
    @Test
    void theCallersOwnSessionIsMarked() {
        SignIn own = signIn("jane", null);
        signIn("jane", null);
        String session = session(own);

        Reply listed = pool.callAs(token(own), "ListUserSessions", "");

        assertThat(ids(listed)).hasSize(2).first().isEqualTo(session);
        assertThat(listed.body()).containsOnlyOnce("\"IsCurrentSession\":true");
        assertThat(listed.body().indexOf("\"IsCurrentSession\":true"))
                .isLessThan(listed.body().indexOf("},{"));
    }

    @Test
    void aTokenSessionNamesTheSsoSessionThatItCameFrom() {
        String sso = signInToSso("jane");
        SignIn signIn = signIn("jane", sso);

        assertThat(sso).matches("sso[0-9a-z]{25}");
        assertThat(pool.callAs(token(signIn), "ListUserSessions", "").body())
                .contains("\"OriginSessionId\":\"" + sso + "\"", "\"SessionType\":\"SSO\"");
    }

    @Test
    void whatIsNotGoodIsRefused() {
        String token = token(signIn("jane", null));
        assertThat(pool.callAs("none", "ListUserSessions", "").outcome())
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
        assertThat(pool.callAs(token, "ListUserSessions", "\"NextToken\":\"x\"").outcome())
                .isEqualTo("InvalidParameterException: Invalid pagination token");
        setPool("DISABLED", 20);
        assertThat(pool.callAs(token, "ListUserSessions", "").outcome()).isEqualTo(NOT_TRACKED);
    }
}
