package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** GetGroup over the wire. Reference: lifecycle G. */
class GetGroupTest extends GroupRoom {
    /** Clause G.2. */
    @Test
    void aGroupIsShownAsItWasCreated() {
        String created =
                create("admins", "\"Description\":\"d\",\"Precedence\":3").body();

        assertThat(on("GetGroup", "admins", "").body()).isEqualTo(created);
    }

    /** Clauses A4.1.3, G.2. */
    @Test
    void anUnknownGroupIsNotFound() {
        assertThat(on("GetGroup", "admins", "").outcome()).isEqualTo(NO_GROUP);
    }
}
