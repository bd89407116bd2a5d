package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.tokens.SignIn;
import org.junit.jupiter.api.Test;

/** Administrators end sessions. Reference: newer. */
final class AdminRevokeUserSessionTest extends SessionRoom {

    private Reply revoke(String username, String id, String members) {
        return pool.adminCall(
                "AdminRevokeUserSession", "\"Username\":\"" + username + "\",\"SessionId\":\"" + id + "\"" + members);
    }

    /** "An SSO session also the token sessions that came from it." */
    @Test
    void anSsoSessionTakesItsTokenSessionsAlong() {
        String sso = signInToSso("jane");
        signIn("jane", sso);
        SignIn second = signIn("jane", sso);
        SignIn apart = signIn("jane", null);
        String stays = session(apart);

        assertThat(revoke("jane", sso, ",\"RevokeAssociatedSessions\":\"LINKED\"")
                        .outcome())
                .isEqualTo("{}");

        assertThat(ids(list("jane"))).containsExactly(stays);
        assertThat(pool.callAs(token(second), "GetUser", "").fault()).isEqualTo("NotAuthorizedException");
    }

    /** "A token session also takes its parent SSO session." */
    @Test
    void aTokenSessionTakesItsSsoSessionAlongAndNotItsSiblings() {
        String sso = signInToSso("jane");
        SignIn first = signIn("jane", sso);
        SignIn sibling = signIn("jane", sso);
        String stays = session(sibling);

        revoke("jane", session(first), ",\"RevokeAssociatedSessions\":\"LINKED\"");

        assertThat(ids(list("jane"))).containsExactly(stays);
    }

    /** "NONE (default)." */
    @Test
    void nothingElseEndsUnlessAsked() {
        String sso = signInToSso("jane");
        String id = session(signIn("jane", sso));

        revoke("jane", id, "");

        assertThat(ids(list("jane"))).containsExactly(sso);
    }

    /** "Username must own the SessionId." */
    @Test
    void whatIsNotTheUsersIsNotThere() {
        pool.confirmed("john", "[]");
        String id = session(signIn("jane", null));

        assertThat(revoke("john", id, "").outcome())
                .isEqualTo("ResourceNotFoundException: The user has no such session.");
        assertThat(revoke("nobody", id, "").outcome()).isEqualTo("UserNotFoundException: User does not exist.");
        setPool("DISABLED", 20);
        assertThat(revoke("jane", id, "").outcome()).isEqualTo(NOT_TRACKED);
    }
}
