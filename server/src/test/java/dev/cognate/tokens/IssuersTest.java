package dev.cognate.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom tokens name as their issuer. Reference: auth 14.1, newer.md (IssuerConfiguration). */
class IssuersTest extends TokenRoom {
    @BeforeEach
    @Override
    void start() {
        server = TestServer.start(TestRules.issuers(Issuers.Style.AWS));
        pool = server.pool("");
    }

    private String issuer(TestPool of) {
        of.confirmed("jane", "[]");
        AuthenticationResult result = signIn(of, null);
        assertThat(of.callAs(result.access().text(), "GetUser", "").status()).isEqualTo(200);
        assertThat(claim(result.id(), "iss")).isEqualTo(claim(result.access().text(), "iss"));
        return claim(result.id(), "iss");
    }

    /** Without a word of the pool it is the original one. */
    @Test
    void aPoolHasTheOriginalIssuer() {
        assertThat(issuer(pool)).isEqualTo("\"https://cognito-idp.us-east-1.amazonaws.com/" + pool.id() + "\"");
    }

    @ParameterizedTest
    @CsvSource({"ORIGINAL, cognito-idp", "UPDATED, issuer-cognito-idp"})
    void thePoolDecides(String type, String host) {
        TestPool other = server.pool("\"IssuerConfiguration\":{\"Type\":\"" + type + "\"}");

        assertThat(issuer(other)).isEqualTo("\"https://" + host + ".us-east-1.amazonaws.com/" + other.id() + "\"");
    }

    /** The key set is where it is served, whatever the issuer is called. */
    @Test
    void theConfigurationNamesTheIssuerAndWhereTheKeysAre() {
        String body = server.get("/" + pool.id() + "/.well-known/openid-configuration")
                .body();

        assertThat(body)
                .contains("\"issuer\":\"https://cognito-idp.us-east-1.amazonaws.com/" + pool.id() + "\"")
                .contains("\"jwks_uri\":\"" + server.url() + "/" + pool.id() + "/.well-known/jwks.json\"");
    }
}
