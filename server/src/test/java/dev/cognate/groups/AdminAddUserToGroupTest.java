package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import org.junit.jupiter.api.Test;

/** AdminAddUserToGroup over the wire. Reference: lifecycle G, A12. */
class AdminAddUserToGroupTest extends GroupRoom {
    /** Clauses A1.t5, G.6. "Empty body; repeat is a no-op." */
    @Test
    void aUserIsPutIntoAGroupOnce() {
        create("admins", "");
        pool.signUpWith("jane", "[]");

        Reply reply = add("jane", "admins");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(add("jane", "admins").status()).isEqualTo(200);
        assertThat(groupsOf("jane")).containsExactly("admins");
        assertThat(names("Username", on("ListUsersInGroup", "admins", ""))).containsExactly("jane");
    }

    /** The username may be the {@code sub} (A7). */
    @Test
    void aUserIsFoundBySub() {
        create("admins", "");
        String sub = pool.signUpWith("jane", "[]").member("UserSub");

        assertThat(add(sub, "admins").status()).isEqualTo(200);
        assertThat(groupsOf("jane")).containsExactly("admins");
    }

    /** UserNotFound, ResourceNotFound; what is the pool's own is looked at first (A2). */
    @Test
    void whatIsUnknownIsNamed() {
        assertThat(add("nobody", "admins").outcome()).isEqualTo(NO_GROUP);
        create("admins", "");
        assertThat(add("nobody", "admins").outcome()).isEqualTo(NO_USER);
    }

    /** Clauses A12.11b, G.6. "&gt;100 groups → … Build: InvalidParameter." */
    @Test
    void aUserIsInAHundredGroupsAndNoMore() {
        pool.signUpWith("jane", "[]");
        for (int i = 0; i <= 100; i++) {
            create("group" + i, "");
        }
        for (int i = 0; i < 100; i++) {
            assertThat(add("jane", "group" + i).status()).isEqualTo(200);
        }

        assertThat(add("jane", "group100").outcome())
                .isEqualTo("InvalidParameterException: A user cannot be in more than 100 groups.");
        assertThat(add("jane", "group7").status()).isEqualTo(200);
        on("DeleteGroup", "group7", "");
        assertThat(add("jane", "group100").status()).isEqualTo(200);
    }
}
