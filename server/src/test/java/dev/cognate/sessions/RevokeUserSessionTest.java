package dev.cognate.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.tokens.SignIn;
import org.junit.jupiter.api.Test;

/** Users end their sessions. Reference: newer. */
final class RevokeUserSessionTest extends SessionRoom {

    private Reply revoke(SignIn own, String id, String members) {
        return pool.callAs(token(own), "RevokeUserSession", "\"SessionId\":\"" + id + "\"" + members);
    }

    /** "Revokes the refresh and access tokens of that session and deletes its record." */
    @Test
    void theTokensOfTheSessionAreRevoked() {
        SignIn own = signIn("jane", null);
        SignIn other = signIn("jane", null);
        String id = session(other);

        assertThat(revoke(own, id, "").outcome()).isEqualTo("{}");

        assertThat(ids(list("jane"))).hasSize(1).doesNotContain(id);
        assertThat(pool.callAs(token(other), "GetUser", "").outcome())
                .isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(pool.callAs(token(own), "GetUser", "").status()).isEqualTo(200);
    }

    /** "The caller's own session can't be revoked." */
    @Test
    void theCallersOwnSessionStays() {
        SignIn own = signIn("jane", null);
        String refusal = "InvalidParameterException: The session that the access token belongs to cannot be revoked.";

        assertThat(revoke(own, session(own), "").outcome()).isEqualTo(refusal);

        String sso = signInToSso("jane");
        SignIn fromSso = signIn("jane", sso);
        assertThat(revoke(fromSso, sso, ",\"RevokeAssociatedSessions\":\"LINKED\"")
                        .outcome())
                .isEqualTo(refusal);
        assertThat(ids(list("jane"))).hasSize(3);
        assertThat(revoke(fromSso, sso, "").status()).isEqualTo(200);
    }

    @Test
    void whatIsNotTheCallersIsNotThere() {
        pool.confirmed("john", "[]");
        SignIn johns = signIn("john", null);
        String id = ids(list("john")).getFirst();
        SignIn own = signIn("jane", null);
        String refusal = "ResourceNotFoundException: The user has no such session.";

        assertThat(revoke(own, id, "").outcome()).isEqualTo(refusal);
        assertThat(revoke(own, "none", "").outcome()).isEqualTo(refusal);
        assertThat(ids(list("john"))).containsExactly(id);
        assertThat(johns.sub()).isNotEqualTo(own.sub());
        setPool("DISABLED", 20);
        assertThat(revoke(own, id, "").outcome()).isEqualTo(NOT_TRACKED);
        assertThat(pool.callAs("none", "RevokeUserSession", "\"SessionId\":\"x\"")
                        .fault())
                .isEqualTo("NotAuthorizedException");
    }
}
