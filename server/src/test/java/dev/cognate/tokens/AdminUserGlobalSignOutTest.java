package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Reference: auth 17, row AdminUserGlobalSignOut. */
class AdminUserGlobalSignOutTest extends TokenRoom {

    @Test
    void everySignInOfTheUserEnds() {
        AuthenticationResult result = signIn();

        assertThat(pool.admin("AdminUserGlobalSignOut", "jane").outcome()).isEqualTo("{}");

        assertThat(opens(result.access().text())).isEqualTo("NotAuthorizedException: Access Token has been revoked");
        assertThat(refresh(pool, refreshToken(result), "").outcome())
                .isEqualTo("NotAuthorizedException: Refresh Token has been revoked");
    }

    @Test
    void aUserWhoIsNotThereIsNotFound() {
        assertThat(pool.admin("AdminUserGlobalSignOut", "nobody").outcome())
                .isEqualTo("UserNotFoundException: User does not exist.");
    }

    @Test
    void aDisabledUserIsSignedOutAllTheSame() {
        pool.disable("jane");

        assertThat(pool.admin("AdminUserGlobalSignOut", "jane").outcome()).isEqualTo("{}");
    }

    /** 17: refresh tokens do not revive when the user is enabled again. */
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
