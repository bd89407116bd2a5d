package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import org.junit.jupiter.api.Test;

/** AdminRemoveUserFromGroup over the wire. Reference: lifecycle G. */
class AdminRemoveUserFromGroupTest extends GroupRoom {
    /** Clauses A1.t5, G.7. "Empty body; not a member: no-op." */
    @Test
    void aUserLeavesAGroupAndStaysOut() {
        create("admins", "");
        create("readers", "");
        pool.signUpWith("jane", "[]");
        add("jane", "admins");
        add("jane", "readers");

        Reply reply = remove("jane", "admins");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(groupsOf("jane")).containsExactly("readers");
        assertThat(remove("jane", "admins").status()).isEqualTo(200);
    }

    @Test
    void whatIsUnknownIsNamed() {
        assertThat(remove("nobody", "admins").outcome()).isEqualTo(NO_GROUP);
        create("admins", "");
        assertThat(remove("nobody", "admins").outcome()).isEqualTo(NO_USER);
    }
}
