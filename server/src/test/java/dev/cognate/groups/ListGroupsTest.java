package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** ListGroups over the wire; its pages are in {@link GroupPagesTest}. Reference: lifecycle G. */
class ListGroupsTest extends GroupRoom {
    /** Clause G.5. */
    @Test
    void groupsAreShownWhole() {
        assertThat(pool.adminCall("ListGroups", "").body()).isEqualTo("{\"Groups\":[]}");
        String created =
                create("admins", "\"Description\":\"d\",\"Precedence\":3").body();

        assertThat(pool.adminCall("ListGroups", "").body())
                .isEqualTo("{\"Groups\":[" + created.substring("{\"Group\":".length(), created.length() - 1) + "]}");
    }

    @Test
    void aPageHasSixtyAtMost() {
        for (int i = 0; i < 61; i++) {
            create("group" + i, "");
        }

        assertThat(names("GroupName", pool.adminCall("ListGroups", ""))).hasSize(60);
        assertThat(pool.adminCall("ListGroups", "\"Limit\":61").fault()).isEqualTo("InvalidParameterException");
    }
}
