package dev.cognate.groups;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with one pool, and what the tests of this room ask of it. */
abstract class GroupRoom {
    static final String ROLE = "arn:aws:iam::123456789012:role/";
    static final String NO_GROUP = "ResourceNotFoundException: Group not found.";
    static final String NO_USER = "UserNotFoundException: User does not exist.";

    TestServer server;
    TestPool pool;

    @BeforeEach
    void start() throws Exception {
        server = open();
        pool = server.pool("");
    }

    /** The server; on SQLite unless a test says otherwise. */
    TestServer open() throws Exception {
        return TestServer.start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Creates a group, with further members of the request; empty for none. */
    Reply create(String name, String members) {
        return on("CreateGroup", name, members);
    }

    /** Calls an operation on a group. */
    Reply on(String operation, String name, String members) {
        return pool.adminCall(operation, "\"GroupName\":\"" + name + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    Reply add(String username, String group) {
        return on("AdminAddUserToGroup", group, "\"Username\":\"" + username + "\"");
    }

    Reply remove(String username, String group) {
        return on("AdminRemoveUserFromGroup", group, "\"Username\":\"" + username + "\"");
    }

    /** The names of the groups that a user is in, in the order of the answer. */
    List<String> groupsOf(String username) {
        return names("GroupName", pool.adminCall("AdminListGroupsForUser", "\"Username\":\"" + username + "\""));
    }

    /** The values of a member that is a text, in order. */
    static List<String> names(String member, Reply reply) {
        if (reply.status() != 200) {
            throw new AssertionError(reply.body());
        }
        return Pattern.compile("\"" + member + "\":\"([^\"]*)\"")
                .matcher(reply.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** How many rows of the pool a table has. */
    long rows(String table) {
        return server.store()
                .<Long>read(tx -> tx.list(
                                "SELECT COUNT(*) FROM " + table + " WHERE pool_id = ?", row -> row.number(1), pool.id())
                        .getFirst());
    }
}
