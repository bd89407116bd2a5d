package dev.cognate.federation;

import com.sun.net.httpserver.HttpServer;
import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** A server, a new pool for each test, and the web site of the identity providers, which is on this machine. */
abstract class FederationRoom {
    static final String NO_POOL = "ResourceNotFoundException: User pool us-east-1_unknown does not exist.";
    static final String GOOGLE = """
        "ProviderName":"Google","ProviderType":"Google","ProviderDetails":{"client_id":"id","client_secret":"secret",\
        "authorize_scopes":"openid email"}\
        """;

    static TestServer server;
    private static HttpServer site;
    private static final Map<String, String> DOCUMENTS = new ConcurrentHashMap<>();
    private static final Map<String, Runnable> VISITS = new ConcurrentHashMap<>();

    TestPool pool;

    @BeforeAll
    static void start() throws IOException {
        server = TestServer.start();
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            String document = DOCUMENTS.get(path);
            VISITS.getOrDefault(path, () -> {}).run();
            byte[] body = String.valueOf(document).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(document == null ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        site.start();
    }

    @AfterAll
    static void stop() {
        server.close();
        site.stop(0);
        DOCUMENTS.clear();
        VISITS.clear();
    }

    @BeforeEach
    void newPool() {
        pool = server.pool("");
    }

    /** Puts a document on the site; returns its URL. */
    static String publish(String path, String document) {
        DOCUMENTS.put(path, document);
        return url(path);
    }

    /** Does something while a document is fetched. */
    static void onVisit(String path, Runnable meanwhile) {
        VISITS.put(path, meanwhile);
    }

    static String url(String path) {
        return "http://127.0.0.1:" + site.getAddress().getPort() + path;
    }

    /** Puts the discovery document of an issuer on the site; returns the issuer. */
    static String publishIssuer(String path) {
        publish(path + "/.well-known/openid-configuration", """
            {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
            "userinfo_endpoint":"%1$s/userinfo","jwks_uri":"%1$s/jwks","scopes_supported":["openid"]}\
            """.formatted(url(path)));
        return url(path);
    }

    Reply create(String members) {
        return pool.adminCall("CreateIdentityProvider", members);
    }

    /** Calls an operation on a provider, with further members; empty for none. */
    Reply on(String operation, String name, String members) {
        return pool.adminCall(
                operation, "\"ProviderName\":\"" + name + "\"" + (members.isEmpty() ? "" : ",") + members);
    }

    Reply describe(String name) {
        return on("DescribeIdentityProvider", name, "");
    }

    /** A provider as signing in finds it. */
    Provider kept(String name) {
        return Objects.requireNonNull(
                server.rooms().identityProviders().find(pool.pool().id(), name));
    }

    Reply inNoPool(String operation, String members) {
        return server.call(operation, "{\"UserPoolId\":\"us-east-1_unknown\"" + members + "}");
    }

    /** The members that create a provider. */
    static String provider(String name, String type, String details) {
        return "\"ProviderName\":\"%s\",\"ProviderType\":\"%s\",\"ProviderDetails\":{%s}"
                .formatted(name, type, details);
    }

    /** The details of a provider that speaks OpenID Connect. */
    static String oidc(String issuer) {
        return """
            "client_id":"id","client_secret":"secret","authorize_scopes":"openid","attributes_request_method":"GET",\
            "oidc_issuer":"%s\"\
            """.formatted(issuer);
    }

    /** The details of a provider that speaks SAML, by its document. */
    static String samlFile(String metadata) {
        return "\"MetadataFile\":\"" + metadata.replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
