package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.store.Crowd;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DeleteGroup over the wire. Reference: lifecycle G. */
class DeleteGroupTest extends GroupRoom {
    /** Clauses A1.t5, G.4. "Empty body"; a second call finds nothing. */
    @Test
    void theAnswerIsEmptyAndTheGroupIsGone() {
        create("admins", "");

        Reply reply = on("DeleteGroup", "admins", "");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(on("GetGroup", "admins", "").outcome()).isEqualTo(NO_GROUP);
        assertThat(on("DeleteGroup", "admins", "").outcome()).isEqualTo(NO_GROUP);
    }

    /** Clause G.4. "Non-empty group may be deleted by API (members lose it)." */
    @Test
    void itsMembersLoseItAndKeepTheirOthers() {
        create("admins", "");
        create("readers", "");
        pool.signUpWith("jane", "[]");
        add("jane", "admins");
        add("jane", "readers");

        on("DeleteGroup", "admins", "");

        assertThat(groupsOf("jane")).containsExactly("readers");
        assertThat(rows("group_members")).isEqualTo(1);
    }

    @Test
    void theNextGroupOfThatNameBeginsWithoutMembers() {
        create("admins", "");
        pool.signUpWith("jane", "[]");
        add("jane", "admins");
        on("DeleteGroup", "admins", "");

        create("admins", "");

        assertThat(groupsOf("jane")).isEmpty();
        assertThat(names("Username", on("ListUsersInGroup", "admins", ""))).isEmpty();
    }

    /** More members than one transaction clears away. */
    @Test
    void nothingIsLeftOfManyMembers() {
        String id = idOf("admins");
        fill(id, 1_201);

        on("DeleteGroup", "admins", "");

        assertThat(rows("group_members")).isZero();
    }

    /** A server that is killed between the deletion and the clearing away. */
    @Test
    void whatAKilledDeletionLeftCountsNowhereAndIsClearedLater() {
        String id = idOf("admins");
        fill(id, 501);
        server.store().write(tx -> tx.update("DELETE FROM user_groups WHERE pool_id = ?", pool.id()));
        fill(idOf("readers"), 3);

        assertThat(server.rooms().groups().sweep()).isEqualTo(1);

        assertThat(rows("group_members")).isEqualTo(3);
        assertThat(server.rooms().groups().sweep()).isZero();
    }

    @Test
    void deletingTheUserOrThePoolEndsItsMemberships() throws Exception {
        create("admins", "");
        pool.signUpWith("jane", "[]");
        pool.signUpWith("john", "[]");
        add("jane", "admins");
        add("john", "admins");

        pool.admin("AdminDeleteUser", "jane");
        assertThat(rows("group_members")).isEqualTo(1);

        pool.adminCall("DeleteUserPool", "");
        server.rooms().pools().purgeOrphans();
        assertThat(rows("group_members")).isZero();
        assertThat(rows("user_groups")).isZero();
    }

    @Test
    void ofManyWhoDeleteOneGroupExactlyOneDoes() throws Exception {
        create("admins", "");

        List<Integer> statuses =
                Crowd.of(32, _ -> on("DeleteGroup", "admins", "").status());

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
    }

    private String idOf(String name) {
        create(name, "");
        return server.store()
                .read(tx -> tx.list(
                        "SELECT group_id FROM user_groups WHERE pool_id = ? AND name = ?",
                        row -> row.string(1),
                        pool.id(),
                        name))
                .getFirst();
    }

    private void fill(String groupId, int members) {
        server.store().write(tx -> {
            for (int i = 0; i < members; i++) {
                tx.update(
                        "INSERT INTO group_members (pool_id, sub, group_id) VALUES (?, ?, ?)",
                        pool.id(),
                        "user" + i,
                        groupId);
            }
            return members;
        });
    }
}
