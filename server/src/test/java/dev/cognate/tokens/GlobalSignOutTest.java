package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import org.junit.jupiter.api.Test;

/** Reference: auth 17, row GlobalSignOut; 18. */
class GlobalSignOutTest extends TokenRoom {
    private static final String REVOKED = "NotAuthorizedException: Access Token has been revoked";

    /** Clause auth 17.2. Over all clients; a second call with the same token says so. */
    @Test
    void everySignInOfTheUserEnds() {
        AuthenticationResult here = signIn();
        TestPool other = client("\"EnableTokenRevocation\":false");
        AuthenticationResult there = signIn(other, null);

        assertThat(pool.callAs(here.access().text(), "GlobalSignOut", "").outcome())
                .isEqualTo("{}");

        assertThat(opens(here.access().text())).isEqualTo(REVOKED);
        assertThat(opens(there.access().text())).isEqualTo(REVOKED);
        assertThat(refresh(other, refreshToken(there), "").outcome())
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
        assertThat(pool.callAs(here.access().text(), "GlobalSignOut", "").outcome())
                .isEqualTo(REVOKED);
    }

    /** Clause auth 17.t1. Tokens of a new sign-in in the same second work. */
    @Test
    void aSignInOfTheSameMomentIsAnotherOne() {
        pool.callAs(signIn().access().text(), "GlobalSignOut", "");

        assertThat(opens(signIn().access().text())).isEqualTo("yes");
    }

    @Test
    void othersStaySignedIn() {
        pool.confirmed("john", "[]");
        String john = pool.accessToken("john");

        pool.callAs(signIn().access().text(), "GlobalSignOut", "");

        assertThat(opens(john)).isEqualTo("yes");
    }

    @Test
    void anIdTokenSignsNobodyOut() {
        assertThat(pool.callAs(signIn().id(), "GlobalSignOut", "").outcome())
                .isEqualTo("NotAuthorizedException: Invalid Access Token");
    }

    /** The operation has no fault for a user who is gone. */
    @Test
    void theTokenOfADeletedUserIsRevoked() {
        String token = signIn().access().text();
        pool.admin("AdminDeleteUser", "jane");

        assertThat(pool.callAs(token, "GlobalSignOut", "").outcome()).isEqualTo(REVOKED);
    }
}
