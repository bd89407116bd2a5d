package dev.cognate.resourceservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** CreateResourceServer over the wire. Reference: oauth-config B8, B5 (scopes of clients). */
class CreateResourceServerTest extends ResourceServerRoom {
    @Test
    void theAnswerShowsTheResourceServerWithItsScopes() {
        assertThat(create("orders", READ, WRITE).body()).isEqualTo(shown(READ, WRITE));
    }

    @Test
    void scopesAreNotNeeded() {
        assertThat(pool.adminCall("CreateResourceServer", "\"Identifier\":\"orders\",\"Name\":\"Orders\"")
                        .body())
                .isEqualTo(shown());
    }

    /** "Duplicate"; identifiers are case-sensitive. */
    @Test
    void anIdentifierIsGivenOnce() {
        create("orders", READ);

        assertThat(create("orders").outcome())
                .isEqualTo("InvalidParameterException: orders already exists in user pool " + pool.id() + ".");
        assertThat(create("Orders").status()).isEqualTo(200);
        assertThat(on("DescribeResourceServer", "orders").body()).isEqualTo(shown(READ));
    }

    /** "25 per pool (adjustable to 300)." */
    @Test
    void aPoolHasThreeHundredAndNoMore() {
        server.store().write(tx -> {
            for (int i = 0; i < 299; i++) {
                tx.update(
                        "INSERT INTO resource_servers (pool_id, identifier, config) VALUES (?, ?, '{}')",
                        pool.id(),
                        "api" + i);
            }
            return pool;
        });

        assertThat(create("orders").status()).isEqualTo(200);
        assertThat(create("more").outcome())
                .isEqualTo("LimitExceededException: A user pool cannot have more than 300 resource servers.");
        assertThat(on("DescribeResourceServer", "more").fault()).isEqualTo("ResourceNotFoundException");
    }

    /** Identifier, name and scope names have forms; a scope's name has no slash. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "two words|Orders|read",
                "say\\\"hi|Orders|read",
                "orders|Orders!|read",
                "orders|Orders|read/all",
                "orders|Orders|read all"
            })
    void formsAreChecked(String identifier, String name, String scope) {
        assertThat(pool.adminCall("CreateResourceServer", """
                "Identifier":"%s","Name":"%s","Scopes":[{"ScopeName":"%s","ScopeDescription":"x"}]""".formatted(identifier, name, scope))
                        .outcome())
                .startsWith("InvalidParameterException: 1 validation error detected: ");
    }

    @Test
    void aScopeIsGivenOnce() {
        assertThat(create("orders", READ, READ).outcome())
                .isEqualTo("InvalidParameterException: The scope read is given more than once.");
    }

    /** The scope that registers clients is the service's own. */
    @Test
    void theServicesOwnIdentifiersAreReserved() {
        assertThat(create("aws.cognito/dcr", "{\"ScopeName\":\"register\",\"ScopeDescription\":\"x\"}")
                        .fault())
                .isEqualTo("InvalidParameterException");
    }

    /** "Full scope = Identifier/ScopeName"; B5: "unknown → ScopeDoesNotExistException". */
    @Test
    void aClientMayAskForItsScopes() {
        assertThat(clientWith("https://api.example.com/v1/read").outcome())
                .isEqualTo("ScopeDoesNotExistException: Invalid scope requested: https://api.example.com/v1/read");

        create("https://api.example.com/v1", READ);

        assertThat(clientWith("https://api.example.com/v1/read").status()).isEqualTo(200);
        assertThat(clientWith("https://api.example.com/v1/write").fault()).isEqualTo("ScopeDoesNotExistException");
        assertThat(clientWith("https://api.example.com/read").fault()).isEqualTo("ScopeDoesNotExistException");
        pool = server.pool("");
        assertThat(clientWith("https://api.example.com/v1/read").fault()).isEqualTo("ScopeDoesNotExistException");
    }

    @Test
    void anUnknownPoolIsNamed() {
        assertThat(inNoPool("CreateResourceServer", ",\"Identifier\":\"orders\",\"Name\":\"Orders\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
