package dev.cognate.resourceservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DeleteResourceServer over the wire. Reference: oauth-config B8. */
class DeleteResourceServerTest extends ResourceServerRoom {
    @Test
    void aDeletedOneIsGoneWithItsScopes() {
        create("orders", READ);
        assertThat(clientWith("orders/read").status()).isEqualTo(200);

        assertThat(on("DeleteResourceServer", "orders").body()).isEmpty();

        assertThat(on("DescribeResourceServer", "orders").outcome()).isEqualTo(MISSING);
        assertThat(clientWith("orders/read").fault()).isEqualTo("ScopeDoesNotExistException");
    }

    @Test
    void anUnknownOneIsNamed() {
        assertThat(on("DeleteResourceServer", "orders").outcome()).isEqualTo(MISSING);
        assertThat(inNoPool("DeleteResourceServer", ",\"Identifier\":\"orders\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
