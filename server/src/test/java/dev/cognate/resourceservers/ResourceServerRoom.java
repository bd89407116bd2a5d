package dev.cognate.resourceservers;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with one pool, and what the tests of this room ask of it. */
abstract class ResourceServerRoom {
    static final String MISSING = "ResourceNotFoundException: Resource server orders does not exist.";
    static final String NO_POOL = "ResourceNotFoundException: User pool us-east-1_unknown does not exist.";
    static final String READ = "{\"ScopeDescription\":\"Reads orders\",\"ScopeName\":\"read\"}";
    static final String WRITE = "{\"ScopeDescription\":\"Writes orders\",\"ScopeName\":\"write\"}";

    TestServer server;
    TestPool pool;

    @BeforeEach
    void start() {
        server = TestServer.start();
        pool = server.pool("");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Creates a resource server with scopes as JSON. */
    Reply create(String identifier, String... scopes) {
        return pool.adminCall("CreateResourceServer", named(identifier, scopes));
    }

    /** Replaces the scopes of a resource server. */
    Reply update(String identifier, String... scopes) {
        return pool.adminCall("UpdateResourceServer", named(identifier, scopes));
    }

    private static String named(String identifier, String... scopes) {
        return "\"Identifier\":\"" + identifier + "\",\"Name\":\"Orders\",\"Scopes\":[" + String.join(",", scopes)
                + "]";
    }

    /** Calls an operation on a resource server. */
    Reply on(String operation, String identifier) {
        return pool.adminCall(operation, "\"Identifier\":\"" + identifier + "\"");
    }

    /** Calls an operation on a resource server of a pool that does not exist. */
    Reply inNoPool(String operation, String members) {
        return server.call(operation, "{\"UserPoolId\":\"us-east-1_unknown\"" + members + "}");
    }

    /** A client that may ask for a scope. */
    Reply clientWith(String scope) {
        return pool.adminCall("CreateUserPoolClient", """
                "ClientName":"api","AllowedOAuthScopes":["%s"]""".formatted(scope));
    }

    /** What an answer with this resource server is like. */
    String shown(String... scopes) {
        return "{\"ResourceServer\":{\"Identifier\":\"orders\",\"Name\":\"Orders\",\"Scopes\":["
                + String.join(",", scopes) + "],\"UserPoolId\":\"" + pool.id() + "\"}}";
    }
}
