package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestRules;
import dev.cognate.app.TestServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many there may be, with the quotas of the service. Reference: oauth-config B19, the table of resources. */
class ResourceQuotasTest {
    private TestServer server;
    private TestPool pool;

    @BeforeEach
    void start() {
        server = TestServer.start(TestRules.resources(ResourceQuotas.SERVICE));
        pool = server.pool("");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Reply newPool() {
        return server.call("CreateUserPool", "{\"PoolName\":\"another\"}");
    }

    /** Fills a table with copies of its only row, whose keys are numbers. */
    private void fill(String sql, int copies) {
        String numbered = "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < "
                + copies + ") " + sql;
        int added = server.store().write(tx -> tx.update(numbered));
        assertThat(added).isEqualTo(copies);
    }

    /** "pools per account-Region 1,000". A deleted pool makes room; another region has its own. */
    @Test
    void anAccountHasAThousandPoolsInARegion() {
        fill("""
                INSERT INTO pools (pool_id, region, config, created_at, modified_at)
                SELECT 'us-east-1_' || n, region, config, created_at, modified_at FROM pools, numbers
                """, 998);
        Reply last = newPool();
        assertThat(last.status()).isEqualTo(200);

        assertThat(newPool().outcome())
                .isEqualTo("LimitExceededException: An account cannot have more than 1000 user pools in a region.");
        assertThat(server.call(
                                "CreateUserPool",
                                "{\"PoolName\":\"pinned\",\"UserPoolTags\":{\"cognate:id\":" + "\"us-east-1_PINNED\"}}")
                        .fault())
                .isEqualTo("LimitExceededException");
        assertThat(server.call("DescribeUserPool", "{\"UserPoolId\":\"us-east-1_PINNED\"}")
                        .fault())
                .isEqualTo("ResourceNotFoundException");

        server.expect("DeleteUserPool", "{\"UserPoolId\":\"" + last.member("Id") + "\"}");
        assertThat(newPool().status()).isEqualTo(200);
    }

    /** "clients per pool 1,000". */
    @Test
    void aPoolHasAThousandClients() {
        fill("""
                INSERT INTO clients (pool_id, client_id, config, created_at, modified_at)
                SELECT pool_id, 'c' || n, config, created_at, modified_at FROM clients, numbers
                """, 998);
        String client = pool.newClient("\"GenerateSecret\":true").member("ClientId");

        assertThat(pool.adminCall("CreateUserPoolClient", "\"ClientName\":\"c\",\"GenerateSecret\":true")
                        .outcome())
                .isEqualTo("LimitExceededException: A user pool cannot have more than 1000 clients.");
        List<String> withSecrets =
                server.store().read(tx -> tx.list("SELECT client_id FROM client_secrets", row -> row.string(1)));
        assertThat(withSecrets).as("nothing is left of the refused one").containsExactly(client);
        assertThat(server.pool("").newClient("\"GenerateSecret\":true").status())
                .isEqualTo(200);
    }

    /** "resource servers per pool 25". */
    @Test
    void aPoolHasTwentyFiveResourceServers() {
        for (int number = 1; number <= 25; number++) {
            assertThat(newServer(number).status()).isEqualTo(200);
        }

        assertThat(newServer(26).outcome())
                .isEqualTo("LimitExceededException: A user pool cannot have more than 25 resource servers.");
        assertThat(newServer(25).fault()).as("that it is there comes first").isEqualTo("InvalidParameterException");
    }

    private Reply newServer(int number) {
        return pool.adminCall(
                "CreateResourceServer", "\"Identifier\":\"server" + number + "\",\"Name\":\"server " + number + "\"");
    }

    /** "IdPs per pool 300". */
    @Test
    void aPoolHasThreeHundredIdentityProviders() {
        assertThat(newProvider("Facebook").status()).isEqualTo(200);
        fill("""
                INSERT INTO identity_providers (pool_id, name, config, sealed)
                SELECT pool_id, 'p' || n, config, sealed FROM identity_providers, numbers
                """, 298);
        assertThat(newProvider("Google").status()).isEqualTo(200);

        assertThat(newProvider("LoginWithAmazon").outcome())
                .isEqualTo("LimitExceededException: A user pool cannot have more than 300 identity providers.");
    }

    private Reply newProvider(String type) {
        String scopes = type.equals("LoginWithAmazon") ? "profile" : "email";
        return pool.adminCall("CreateIdentityProvider", """
                "ProviderName":"%s","ProviderType":"%1$s",
                "ProviderDetails":{"client_id":"id","client_secret":"secret","authorize_scopes":"%s"}\
                """.formatted(type, scopes));
    }

    /** "custom domains per account 4"; a prefix is none. */
    @Test
    void anAccountHasFourCustomDomains() {
        for (int number = 1; number <= 4; number++) {
            assertThat(newDomain(server.pool(""), "login" + number + ".example.com")
                            .status())
                    .isEqualTo(200);
        }

        assertThat(newDomain(pool, "login5.example.com").outcome())
                .isEqualTo("LimitExceededException: An account cannot have more than 4 custom domains.");
        assertThat(pool.adminCall("CreateUserPoolDomain", "\"Domain\":\"quotas\"")
                        .status())
                .isEqualTo(200);
        assertThat(pool.adminCall("DescribeUserPool", "").body()).doesNotContain("CustomDomain");
    }

    private static Reply newDomain(TestPool pool, String name) {
        return pool.adminCall("CreateUserPoolDomain", """
                "Domain":"%s","CustomDomainConfig":{"CertificateArn":
                "arn:aws:acm:us-east-1:123456789012:certificate/11111111-2222-3333-4444-555555555555"}\
                """.formatted(name));
    }

    /** A server of one's own counts none of them. */
    @Test
    void whereAnyNumberIsAllowedNothingIsCounted() {
        assertThat(ResourceQuotas.isExceeded(ResourceQuotas.OWN.pools(), _ -> {
                    throw new AssertionError();
                }))
                .isFalse();
        assertThat(ResourceQuotas.isExceeded(4, limit -> limit)).isTrue();
        assertThat(ResourceQuotas.isExceeded(4, _ -> 4)).isFalse();
    }
}
