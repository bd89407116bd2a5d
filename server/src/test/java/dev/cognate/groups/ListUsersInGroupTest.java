package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** ListUsersInGroup over the wire; its pages are in {@link GroupPagesTest}. Reference: lifecycle G. */
class ListUsersInGroupTest extends GroupRoom {
    @Test
    void anEmptyGroupHasNoUsers() {
        create("admins", "");

        assertThat(on("ListUsersInGroup", "admins", "").body()).isEqualTo("{\"Users\":[]}");
    }

    /** Clause G.9. */
    @Test
    void anUnknownGroupIsNotFound() {
        assertThat(on("ListUsersInGroup", "admins", "").outcome()).isEqualTo(NO_GROUP);
    }
}
