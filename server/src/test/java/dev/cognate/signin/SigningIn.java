package dev.cognate.signin;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.StringJoiner;

/** How tests sign in. */
final class SigningIn {
    static final String PASSWORD = TestPool.PASSWORD;
    static final String INCORRECT = "NotAuthorizedException: Incorrect username or password.";
    static final String USED_SESSION =
            "NotAuthorizedException: Invalid session for the user, session can only be used once.";
    static final String EVERY_FLOW = """
        "ExplicitAuthFlows":["ALLOW_USER_PASSWORD_AUTH","ALLOW_ADMIN_USER_PASSWORD_AUTH","ALLOW_USER_SRP_AUTH",
        "ALLOW_CUSTOM_AUTH","ALLOW_REFRESH_TOKEN_AUTH","ALLOW_USER_AUTH"]\
        """;

    private SigningIn() {}

    /** A pool with further members, seen through a client that may do everything. */
    static TestPool pool(TestServer server, String members) {
        TestPool pool = through(server.pool(members.replace("LITE", "ESSENTIALS")), "");
        if (members.contains("LITE")) {
            lower(pool, members);
        }
        return pool;
    }

    /** No client of the lowest tier is given every flow; a pool that came down when nobody looked at them keeps them. */
    private static void lower(TestPool pool, String members) {
        pool.server().store().write(tx -> tx.update("""
                UPDATE pools SET config = REPLACE(config, '"ESSENTIALS"', '"LITE"') WHERE pool_id = ?
                """, pool.id()));
        // The server looks at the pool anew.
        pool.server().expect("UpdateUserPool", "{\"UserPoolId\":\"" + pool.id() + "\"," + members + "}");
    }

    /** A pool through a client that may do everything, and conceals who exists. */
    static TestPool concealing(TestServer server, String members) {
        return through(server.pool(members), "\"PreventUserExistenceErrors\":\"ENABLED\"");
    }

    /** A pool through another client that may do everything, with further members. */
    static TestPool through(TestPool pool, String members) {
        return pool.through(pool.newClient(EVERY_FLOW + (members.isEmpty() ? "" : "," + members))
                .member("ClientId"));
    }

    /** Begins, with names and values in turn. */
    static Reply begin(TestPool pool, String flow, String... parameters) {
        return pool.call("InitiateAuth", "\"AuthFlow\":\"" + flow + "\",\"AuthParameters\":" + map(parameters));
    }

    /** Begins as an administrator. */
    static Reply adminBegin(TestPool pool, String flow, String... parameters) {
        return pool.adminCall("AdminInitiateAuth", """
            "ClientId":"%s","AuthFlow":"%s","AuthParameters":%s\
            """.formatted(pool.client(), flow, map(parameters)));
    }

    /** Answers a challenge; an empty session is none. */
    static Reply answer(TestPool pool, String challenge, String session, String... responses) {
        return pool.call("RespondToAuthChallenge", """
            "ChallengeName":"%s","ChallengeResponses":%s%s\
            """.formatted(challenge, map(responses), session(session)));
    }

    /** Answers a challenge as an administrator. */
    static Reply adminAnswer(TestPool pool, String challenge, String session, String... responses) {
        return pool.adminCall("AdminRespondToAuthChallenge", """
            "ClientId":"%s","ChallengeName":"%s","ChallengeResponses":%s%s\
            """.formatted(
                        pool.client(), challenge, map(responses), session(session)));
    }

    private static String session(String session) {
        return session.isEmpty() ? "" : ",\"Session\":\"" + session + "\"";
    }

    /** Signs in by password. */
    static Reply password(TestPool pool, String username, String password) {
        return begin(pool, "USER_PASSWORD_AUTH", "USERNAME", username, "PASSWORD", password);
    }

    /** A JSON object of names and values in turn. */
    static String map(String... pairs) {
        StringJoiner map = new StringJoiner(",", "{", "}");
        for (int i = 0; i < pairs.length; i += 2) {
            map.add("\"" + pairs[i] + "\":\"" + pairs[i + 1] + "\"");
        }
        return map.toString();
    }

    /** What a token says, as JSON. */
    static String claims(Reply reply, String token) {
        return new String(
                Base64.getUrlDecoder().decode(reply.member(token).split("\\.", -1)[1]), StandardCharsets.UTF_8);
    }
}
