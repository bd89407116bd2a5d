package dev.cognate.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody can fetch about a pool. Reference: auth 15, oauth-config C2, C3. */
class WellKnownPageTest {
    private static TestServer server;

    @BeforeAll
    static void start() {
        server = TestServer.start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void twoKeysAreShownInTheServicesForm() {
        TestPool pool = server.pool("");

        Reply reply = server.get("/" + pool.id() + "/.well-known/jwks.json");

        String key = "\\{\"alg\":\"RS256\",\"e\":\"AQAB\",\"kid\":\"[A-Za-z0-9+/]{43}=\",\"kty\":\"RSA\","
                + "\"n\":\"[\\w-]{342}\",\"use\":\"sig\"}";
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.body()).matches("\\{\"keys\":\\[" + key + "," + key + "]}");
        assertThat(reply.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
        assertThat(reply.headers().firstValue("Cache-Control")).hasValue("public, max-age=300");
    }

    @Test
    void theKeysStayTheSame() {
        TestPool pool = server.pool("");
        String path = "/" + pool.id() + "/.well-known/jwks.json";

        assertThat(server.get(path).body()).isEqualTo(server.get(path).body());
    }

    /** C2: members in alphabetical order; auth 15: without a domain all endpoints are on the issuer URL. */
    @Test
    void theConfigurationTellsWhereEverythingIs() {
        TestPool pool = server.pool("");
        String place = server.url() + "/" + pool.id();

        Reply reply = server.get("/" + pool.id() + "/.well-known/openid-configuration");

        assertThat(reply.body()).isEqualTo("""
                {"authorization_endpoint":"%1$s/authorize","end_session_endpoint":"%1$s/logout",\
                "id_token_signing_alg_values_supported":["RS256"],"issuer":"%1$s",\
                "jwks_uri":"%1$s/.well-known/jwks.json","response_types_supported":["code","token"],\
                "revocation_endpoint":"%1$s/revoke","scopes_supported":["openid","email","phone","profile"],\
                "subject_types_supported":["public"],"token_endpoint":"%1$s/token",\
                "token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"],\
                "userinfo_endpoint":"%1$s/userInfo"}""".formatted(place));
        assertThat(reply.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
    }

    /** Auth 15: with a domain the endpoints are there; oauth-config C1: documents and keys stay where they are. */
    @Test
    void theEndpointsOfAPoolWithADomainAreThere() {
        TestPool pool = server.pool("");
        pool.adminCall("CreateUserPoolDomain", "\"Domain\":\"shop\"");
        assertEndpoints(pool, server.url() + "/shop");

        pool.adminCall("CreateUserPoolDomain", """
                "Domain":"id.example.com","CustomDomainConfig":{"CertificateArn":
                "arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012"}""");
        assertEndpoints(pool, "https://id.example.com");
    }

    private static void assertEndpoints(TestPool pool, String domain) {
        String place = server.url() + "/" + pool.id();
        assertThat(server.get("/" + pool.id() + "/.well-known/openid-configuration")
                        .body())
                .contains("\"authorization_endpoint\":\"" + domain + "/oauth2/authorize\"")
                .contains("\"end_session_endpoint\":\"" + domain + "/logout\"")
                .contains("\"revocation_endpoint\":\"" + domain + "/oauth2/revoke\"")
                .contains("\"token_endpoint\":\"" + domain + "/oauth2/token\"")
                .contains("\"userinfo_endpoint\":\"" + domain + "/oauth2/userInfo\"")
                .contains("\"issuer\":\"" + place + "\"", "\"jwks_uri\":\"" + place + "/.well-known/jwks.json\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jwks.json", "openid-configuration"})
    void anUnknownPoolHasNone(String document) {
        Reply reply = server.get("/us-east-1_Nowhere/.well-known/" + document);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.body()).isEqualTo("{\"message\":\"User pool us-east-1_Nowhere does not exist.\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/.well-known/jwks.json", "/a%00_b/.well-known/jwks.json", "/x/us-east-1_N/.well-known/jwks.json"
            })
    void otherPathsAreNotThere(String path) {
        assertThat(server.get(path).status()).isEqualTo(404);
    }
}
