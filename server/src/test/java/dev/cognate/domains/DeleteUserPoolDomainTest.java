package dev.cognate.domains;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DeleteUserPoolDomain over the wire. Reference: oauth-config B7, B4, B20. */
class DeleteUserPoolDomainTest extends DomainRoom {
    /** B20: "after delete until DomainDescription has no Status". */
    @Test
    void aDeletedOneIsGoneAndFree() {
        create("people");
        createCustom("auth.example.com");

        assertThat(on("DeleteUserPoolDomain", "people", "").body()).isEqualTo("{}");

        assertThat(describe("people").body()).isEqualTo("{\"DomainDescription\":{}}");
        assertThat(describedPool()).doesNotContain("\"Domain\"").contains("\"CustomDomain\":\"auth.example.com\"");
        assertThat(server.pool("")
                        .adminCall("CreateUserPoolDomain", "\"Domain\":\"people\"")
                        .status())
                .isEqualTo(200);
    }

    /** B4: a pool without domains can be deleted. */
    @Test
    void thePoolCanBeDeletedThen() {
        create("people");
        createCustom("auth.example.com");
        on("DeleteUserPoolDomain", "people", "");
        on("DeleteUserPoolDomain", "auth.example.com", "");

        assertThat(pool.adminCall("DeleteUserPool", "").status()).isEqualTo(200);
    }

    /** "Delete wrong/absent." */
    @Test
    void anUnknownOneOrAnotherPoolsIsRefused() {
        create("people");
        pool = server.pool("");

        assertThat(on("DeleteUserPoolDomain", "people", "").outcome()).isEqualTo(NO_SUCH);
        assertThat(on("DeleteUserPoolDomain", "staff", "").outcome()).isEqualTo(NO_SUCH);
        assertThat(server.call("DeleteUserPoolDomain", "{\"UserPoolId\":\"us-east-1_unknown\",\"Domain\":\"people\"}")
                        .outcome())
                .isEqualTo(NO_SUCH);
        assertThat(describe("people").body()).contains("ACTIVE");
    }

    @Test
    void anotherRegionsPoolIsNotFound() {
        assertThat(server.call("DeleteUserPoolDomain", "{\"UserPoolId\":\"eu-west-1_another\",\"Domain\":\"people\"}")
                        .fault())
                .isEqualTo("ResourceNotFoundException");
    }
}
