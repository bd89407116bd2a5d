package dev.cognate.groups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestServer;
import dev.cognate.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pages of groups and members, whatever the database. Reference: lifecycle G. */
abstract class GroupPagesTest extends GroupRoom {
    static final String BAD_TOKEN = "InvalidParameterException: Invalid pagination token";

    /** Opens an empty store; the server closes it. */
    abstract Store store() throws Exception;

    @Override
    TestServer open() throws Exception {
        return TestServer.on(store(), rules -> rules);
    }

    private List<String> walk(String operation, String members, String member, Runnable between) {
        List<String> seen = new ArrayList<>();
        String token = "";
        do {
            Reply page = pool.adminCall(operation, members + "\"Limit\":2" + token);
            List<String> names = names(member, page);
            assertThat(names).hasSizeBetween(1, 2);
            seen.addAll(names);
            token = page.body().contains("NextToken") ? ",\"NextToken\":\"" + page.member("NextToken") + "\"" : "";
            between.run();
        } while (!token.isEmpty());
        return seen;
    }

    /** Clause G.5. "Groups[], NextToken." */
    @Test
    void groupsComePageByPageByName() {
        List.of("b", "a", "e", "C", "d").forEach(name -> create(name, ""));

        assertThat(walk("ListGroups", "", "GroupName", () -> {})).containsExactly("C", "a", "b", "d", "e");
        assertThat(names("GroupName", pool.adminCall("ListGroups", ""))).hasSize(5);
        assertThat(names("GroupName", pool.adminCall("ListGroups", "\"Limit\":0")))
                .hasSize(5);
    }

    @Test
    void groupsThatComeAndGoNeitherRepeatNorHideOthers() {
        List.of("b", "d", "f", "h").forEach(name -> create(name, ""));

        List<String> seen = walk("ListGroups", "", "GroupName", () -> {
            on("DeleteGroup", "d", "");
            create("a", "");
        });

        assertThat(seen).containsExactly("b", "d", "f", "h");
    }

    /** Clause G.8. "Sorted by Precedence then name"; "null ranks last". */
    @Test
    void groupsOfAUserComeInOrderOfPrecedence() {
        create("none-b", "");
        create("none-a", "");
        create("last", "\"Precedence\":2147483647");
        create("second-b", "\"Precedence\":10");
        create("second-a", "\"Precedence\":10");
        create("first", "\"Precedence\":0");
        create("not-his", "\"Precedence\":0");
        pool.signUpWith("john", "[]");
        List.of("none-a", "none-b", "last", "second-a", "second-b", "first").forEach(group -> add("john", group));

        List<String> all = List.of("first", "second-a", "second-b", "last", "none-a", "none-b");
        assertThat(groupsOf("john")).isEqualTo(all);
        assertThat(walk("AdminListGroupsForUser", "\"Username\":\"john\",", "GroupName", () -> {}))
                .isEqualTo(all);
    }

    /** Clause G.9. "Users[] (UserType as F12)." */
    @Test
    void membersComePageByPageAsListUsersShowsThem() {
        create("admins", "");
        List<String> names = List.of("a", "b", "c", "d", "e");
        names.forEach(name -> {
            pool.signUpWith(name, "[{\"Name\":\"email\",\"Value\":\"" + name + "@example.com\"}]");
            add(name, "admins");
        });
        pool.signUpWith("outside", "[]");

        assertThat(walk("ListUsersInGroup", "\"GroupName\":\"admins\",", "Username", () -> {}))
                .containsExactlyInAnyOrderElementsOf(names);
        Reply listed = pool.adminCall("ListUsers", "\"Filter\":\"username = \\\"a\\\"\"");
        String user =
                listed.body().substring("{\"Users\":[".length(), listed.body().length() - 2);
        assertThat(on("ListUsersInGroup", "admins", "").body()).contains(user);
    }

    @Test
    void membersThatComeAndGoNeitherRepeatNorHideOthers() {
        create("admins", "");
        List.of("a", "b", "c", "d", "e").forEach(name -> {
            pool.signUpWith(name, "[]");
            add(name, "admins");
        });

        List<String> seen = walk("ListUsersInGroup", "\"GroupName\":\"admins\",", "Username", () -> {
            remove("a", "admins");
            remove("b", "admins");
        });

        assertThat(seen).doesNotHaveDuplicates().contains("c", "d", "e");
    }

    @Test
    void aTokenIsGoodForItsOwnListOnly() {
        List.of("a", "b").forEach(name -> create(name, ""));
        pool.signUpWith("jane", "[]");
        pool.signUpWith("john", "[]");
        List.of("jane", "john").forEach(user -> List.of("a", "b").forEach(group -> add(user, group)));
        String ofGroups = pool.adminCall("ListGroups", "\"Limit\":1").member("NextToken");
        String ofJane = pool.adminCall("AdminListGroupsForUser", "\"Username\":\"jane\",\"Limit\":1")
                .member("NextToken");
        String ofA = on("ListUsersInGroup", "a", "\"Limit\":1").member("NextToken");

        assertThat(pool.adminCall("ListGroups", "\"NextToken\":\"" + ofJane + "\"")
                        .outcome())
                .isEqualTo(BAD_TOKEN);
        assertThat(pool.adminCall("AdminListGroupsForUser", "\"Username\":\"john\",\"NextToken\":\"" + ofJane + "\"")
                        .outcome())
                .isEqualTo(BAD_TOKEN);
        assertThat(on("ListUsersInGroup", "b", "\"NextToken\":\"" + ofA + "\"").outcome())
                .isEqualTo(BAD_TOKEN);
        assertThat(pool.adminCall("ListGroups", "\"NextToken\":\"" + ofGroups + "\"")
                        .status())
                .isEqualTo(200);
    }
}
