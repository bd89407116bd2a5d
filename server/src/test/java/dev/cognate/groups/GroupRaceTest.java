package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestServer;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Many clients that change groups at the same moment: nothing is left without its group, user or pool. */
abstract class GroupRaceTest extends GroupRoom {
    private static final int CLIENTS = 32;
    private static final int ROUNDS = "full".equals(System.getProperty("cognate.proofs")) ? 200 : 5;

    /** Opens an empty store; the server closes it. */
    abstract Store store() throws Exception;

    @Override
    TestServer open() throws Exception {
        return TestServer.on(store(), rules -> rules);
    }

    private void signUpAll() {
        for (int i = 0; i < CLIENTS; i++) {
            pool.signUpWith("user" + i, "[]");
        }
    }

    @Test
    void aGroupDeletedWhileUsersAreAddedLeavesNoRow() throws Exception {
        signUpAll();
        for (int round = 0; round < ROUNDS; round++) {
            create("admins", "");

            List<String> outcomes = Crowd.of(
                    CLIENTS,
                    number -> number == CLIENTS / 2
                            ? on("DeleteGroup", "admins", "").fault()
                            : add("user" + number, "admins").outcome());

            assertThat(outcomes).as("round " + round).isSubsetOf("", "none", NO_GROUP);
            assertThat(outcomes.get(CLIENTS / 2)).isEqualTo("none");
            assertThat(rows("group_members")).as("round " + round).isZero();
        }
    }

    @Test
    void aUserDeletedWhileItIsAddedLeavesNoRow() throws Exception {
        for (int i = 0; i < CLIENTS; i++) {
            create("group" + i, "");
        }
        for (int round = 0; round < ROUNDS; round++) {
            pool.signUpWith("jane", "[]");

            List<String> outcomes = Crowd.of(
                    CLIENTS,
                    number -> number == CLIENTS / 2
                            ? pool.admin("AdminDeleteUser", "jane").fault()
                            : add("jane", "group" + number).outcome());

            assertThat(outcomes).as("round " + round).isSubsetOf("", "none", NO_USER);
            assertThat(rows("group_members")).as("round " + round).isZero();
        }
    }

    @Test
    void ofManyWhoWantOneNameExactlyOneGetsIt() throws Exception {
        List<String> faults = Crowd.of(
                CLIENTS, number -> create("admins", "\"Precedence\":" + number).fault());

        assertThat(faults).containsOnlyOnce("none").containsOnly("none", "GroupExistsException");
        assertThat(on("GetGroup", "admins", "").body()).contains("\"Precedence\":" + faults.indexOf("none") + ",");
    }

    @Test
    void ofManyAdditionsToAHundredGroupsNoneIsOneTooMany() throws Exception {
        pool.signUpWith("jane", "[]");
        for (int i = 0; i < 90 + CLIENTS; i++) {
            create("group" + i, "");
        }
        for (int i = 0; i < 90; i++) {
            add("jane", "group" + i);
        }

        List<String> faults =
                Crowd.of(CLIENTS, number -> add("jane", "group" + (90 + number)).fault());

        assertThat(faults).filteredOn("none"::equals).hasSize(10);
        assertThat(faults).containsOnly("none", "InvalidParameterException");
    }
}
