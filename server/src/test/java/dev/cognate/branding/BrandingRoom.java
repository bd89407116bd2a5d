package dev.cognate.branding;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A server, a new pool with a client for each test, and what the tests of this room ask of them. */
abstract class BrandingRoom {
    static final String UNKNOWN_ID = "11111111-1111-4111-8111-111111111111";
    static final String NO_POOL = "ResourceNotFoundException: User pool us-east-1_unknown does not exist.";
    static final String NO_CLIENT = "ResourceNotFoundException: User pool client unknown does not exist.";
    static final String PNG = base64(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0});

    static TestServer server;
    TestPool pool;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void newPool() {
        pool = server.pool("");
    }

    static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** Calls an operation on the pool's client, with further members; empty for none. */
    Reply ofClient(String operation, String members) {
        return ofClient(operation, pool.client(), members);
    }

    Reply ofClient(String operation, String client, String members) {
        return pool.adminCall(operation, "\"ClientId\":\"" + client + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    Reply inNoPool(String operation, String members) {
        return server.call(operation, "{\"UserPoolId\":\"us-east-1_unknown\"," + members + "}");
    }

    void giveDomain() {
        pool.adminCall("CreateUserPoolDomain", "\"Domain\":\"p" + pool.client() + "\"");
    }

    /** Gives the client terms with one link; returns their id. */
    String terms(String name) {
        return ofClient("CreateTerms", termsMembers(name, "\"cognito:default\":\"https://example.com/" + name + "\""))
                .member("TermsId");
    }

    static String termsMembers(String name, String links) {
        return "\"TermsName\":\"" + name + "\",\"TermsSource\":\"LINK\",\"Enforcement\":\"NONE\",\"Links\":{" + links
                + "}";
    }

    Reply onTerms(String operation, String id, String members) {
        return pool.adminCall(operation, "\"TermsId\":\"" + id + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    /** Gives the client a branding of the service's own settings; returns its id. */
    String branding() {
        return ofClient("CreateManagedLoginBranding", "\"UseCognitoProvidedValues\":true")
                .member("ManagedLoginBrandingId");
    }

    Reply onBranding(String operation, String id, String members) {
        return pool.adminCall(
                operation, "\"ManagedLoginBrandingId\":\"" + id + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    static String asset(String category, String extension, String bytes) {
        return "{\"Category\":\"" + category + "\",\"ColorMode\":\"LIGHT\",\"Extension\":\"" + extension
                + "\",\"Bytes\":\"" + bytes + "\"}";
    }
}
