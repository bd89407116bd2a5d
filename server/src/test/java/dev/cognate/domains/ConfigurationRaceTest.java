package dev.cognate.domains;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import dev.cognate.app.TestPool;
import dev.cognate.app.TestServer;
import dev.cognate.store.Crowd;
import dev.cognate.store.Store;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Domains, providers, resource servers, branding and terms that many want at the same moment, whatever the database. */
abstract class ConfigurationRaceTest {
    private static final int CLIENTS = 16;
    private static final String GOOGLE = """
            "ProviderName":"Google","ProviderType":"Google","IdpIdentifiers":["example.com"],"ProviderDetails":{\
            "client_id":"id","client_secret":"secret","authorize_scopes":"openid"}""";

    private TestServer server;
    private TestPool pool;

    /** Opens an empty store; the server closes it. */
    abstract Store store() throws Exception;

    @BeforeEach
    void start() throws Exception {
        server = TestServer.on(store(), rules -> rules);
        pool = server.pool("");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void assertOneWinner(String operation, String members) throws Exception {
        List<String> faults =
                Crowd.of(CLIENTS, _ -> pool.adminCall(operation, members).fault());

        assertThat(Collections.frequency(faults, "none")).as(operation).isEqualTo(1);
        assertThat(faults).as(operation).doesNotContain("InternalErrorException");
    }

    /** Reference: oauth-config B8, B9, B11, B12. */
    @Test
    void ofManyWhoWantOneNameExactlyOneGetsIt() throws Exception {
        String client = "\"ClientId\":\"" + pool.client() + "\",";

        assertOneWinner("CreateResourceServer", "\"Identifier\":\"orders\",\"Name\":\"Orders\"");
        assertOneWinner("CreateIdentityProvider", GOOGLE);
        assertOneWinner("CreateManagedLoginBranding", client + "\"UseCognitoProvidedValues\":true");
        assertOneWinner("CreateTerms", client + """
                "TermsName":"terms-of-use","TermsSource":"LINK","Enforcement":"NONE",\
                "Links":{"cognito:default":"https://example.com"}""");
        assertOneWinner("CreateUserPoolDomain", "\"Domain\":\"people\"");
    }

    /** Reference: oauth-config B7 ("Taken"). */
    @Test
    void ofManyPoolsThatWantOneDomainExactlyOneGetsItAndShowsIt() throws Exception {
        List<TestPool> pools = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            pools.add(server.pool(""));
        }

        List<String> faults = Crowd.of(
                CLIENTS,
                number -> pools.get(number)
                        .adminCall("CreateUserPoolDomain", "\"Domain\":\"people\"")
                        .fault());

        assertThat(Collections.frequency(faults, "none")).isEqualTo(1);
        for (int i = 0; i < CLIENTS; i++) {
            assertThat(pools.get(i).adminCall("DescribeUserPool", "").body().contains("\"Domain\":\"people\""))
                    .isEqualTo(faults.get(i).equals("none"));
        }
    }

    /** Reference: oauth-config B4: a pool with a domain is not deleted. */
    @Test
    void aPoolDeletedWhileItGetsADomainLeavesNoDomain() throws Exception {
        for (int round = 0; round < 5; round++) {
            TestPool raced = server.pool("");

            List<Integer> statuses = Crowd.of(
                    2,
                    number -> number == 0
                            ? raced.adminCall("DeleteUserPool", "").status()
                            : raced.adminCall("CreateUserPoolDomain", "\"Domain\":\"people\"")
                                    .status());

            assertThat(statuses).containsExactlyInAnyOrder(200, 400);
            boolean isThere = server.expect("DescribeUserPoolDomain", "{\"Domain\":\"people\"}")
                    .body()
                    .contains("ACTIVE");
            assertThat(isThere).isEqualTo(statuses.get(1) == 200);
            raced.adminCall("DeleteUserPoolDomain", "\"Domain\":\"people\"");
        }
    }

    /** Every statement of these rooms, on this database. */
    @Test
    void configurationIsKeptChangedAndRemoved() {
        pool.adminCall("CreateIdentityProvider", GOOGLE);
        pool.adminCall("CreateUserPoolDomain", "\"Domain\":\"people\"");
        pool.adminCall("SetUICustomization", "\"CSS\":\".label-customizable{color:red}\"");

        assertThat(good("SetUICustomization", "\"ImageFile\":\"iVBORw0KGgo=\"").body())
                .doesNotContain("\"CSS\":");
        assertThat(good("UpdateIdentityProvider", "\"ProviderName\":\"Google\",\"IdpIdentifiers\":[\"example.org\"]")
                        .body())
                .contains("example.org", "secret");
        assertThat(good("GetIdentityProviderByIdentifier", "\"IdpIdentifier\":\"example.org\"")
                        .body())
                .contains("Google");
        assertThat(good("ListIdentityProviders", "").body()).contains("Google");
        good("UpdateUserPoolDomain", "\"Domain\":\"people\",\"ManagedLoginVersion\":2");
        good("DeleteIdentityProvider", "\"ProviderName\":\"Google\"");
        good("DeleteUserPoolDomain", "\"Domain\":\"people\"");
        assertThat(good("GetUICustomization", "").body()).contains("/assets/images/image.jpg");
    }

    private Reply good(String operation, String members) {
        Reply reply = pool.adminCall(operation, members);
        assertThat(reply.status()).as(operation + " " + reply.body()).isEqualTo(200);
        return reply;
    }
}
