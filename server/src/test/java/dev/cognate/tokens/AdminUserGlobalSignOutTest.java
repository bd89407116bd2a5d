package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reference: auth 17, row AdminUserGlobalSignOut. */
class AdminUserGlobalSignOutTest extends TokenRoom {

    /** Clause auth 17.3. */
    @Test
    void everySignInOfTheUserEnds() {
        AuthenticationResult result = signIn();

        assertThat(pool.admin("AdminUserGlobalSignOut", "jane").outcome()).isEqualTo("{}");

        assertThat(opens(result.access().text())).isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(refresh(pool, refreshToken(result), "").outcome())
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
    }

    /** Clause auth 17.3. */
    @Test
    void aUserWhoIsNotThereIsNotFound() {
        assertThat(pool.admin("AdminUserGlobalSignOut", "nobody").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    /** Clause auth 17.3. */
    @Test
    void aDisabledUserIsSignedOutAllTheSame() {
        pool.disable("jane");

        assertThat(pool.admin("AdminUserGlobalSignOut", "jane").outcome()).isEqualTo("{}");
    }

    /** Clause auth 17.t2. 17: refresh tokens do not revive when the user is enabled again. */
    @Test
    void disablingEndsSignInsForGood() {
        AuthenticationResult result = signIn();
        pool.admin("AdminDisableUser", "jane");
        assertThat(refresh(pool, refreshToken(result), "").outcome())
                .isEqualTo("NotAuthorizedException: User is disabled.");
        pool.admin("AdminEnableUser", "jane");

        assertThat(refresh(pool, refreshToken(result), "").outcome())
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
        assertThat(opens(result.access().text())).isEqualTo("NotAuthorizedException: Access Token has been revoked");
    }
}
