package dev.cognate.domains;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with one pool, and what the tests of this room ask of it. */
abstract class DomainRoom {
    static final String CERTIFICATE =
            "arn:aws:acm:us-east-1:123456789012:certificate/11223344-5566-7788-99aa-bbccddeeff00";
    static final String NO_SUCH = "InvalidParameterException: No such domain or user pool exists.";

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

    /** Calls an operation on a domain of the pool, with further members; empty for none. */
    Reply on(String operation, String domain, String members) {
        return pool.adminCall(operation, "\"Domain\":\"" + domain + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    Reply create(String domain) {
        return on("CreateUserPoolDomain", domain, "");
    }

    Reply createCustom(String domain) {
        return on("CreateUserPoolDomain", domain, certificate(CERTIFICATE));
    }

    static String certificate(String arn) {
        return "\"CustomDomainConfig\":{\"CertificateArn\":\"" + arn + "\"}";
    }

    Reply describe(String domain) {
        return server.expect("DescribeUserPoolDomain", "{\"Domain\":\"" + domain + "\"}");
    }

    String describedPool() {
        return pool.adminCall("DescribeUserPool", "").body();
    }
}
