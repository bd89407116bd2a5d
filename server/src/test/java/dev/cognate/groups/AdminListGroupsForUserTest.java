package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** AdminListGroupsForUser over the wire; its order and pages are in {@link GroupPagesTest}. Reference: lifecycle G. */
class AdminListGroupsForUserTest extends GroupRoom {
    /** Clause G.8. */
    @Test
    void groupsAreShownWhole() {
        String created =
                create("admins", "\"Description\":\"d\",\"Precedence\":3").body();
        pool.signUpWith("jane", "[]");
        assertThat(pool.admin("AdminListGroupsForUser", "jane").body()).isEqualTo("{\"Groups\":[]}");
        add("jane", "admins");

        assertThat(pool.admin("AdminListGroupsForUser", "jane").body())
                .isEqualTo("{\"Groups\":[" + created.substring("{\"Group\":".length(), created.length() - 1) + "]}");
    }

    @Test
    void anUnknownUserIsNamed() {
        assertThat(pool.admin("AdminListGroupsForUser", "nobody").outcome()).isEqualTo(NO_USER);
    }
}
