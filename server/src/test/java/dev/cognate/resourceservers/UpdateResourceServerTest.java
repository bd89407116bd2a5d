package dev.cognate.resourceservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** UpdateResourceServer over the wire. Reference: oauth-config B8. */
class UpdateResourceServerTest extends ResourceServerRoom {
    /** "Update replaces Name and Scopes (unlisted scopes removed)." */
    @Test
    void scopesThatAreNotListedAreGone() {
        create("orders", READ, WRITE);

        assertThat(update("orders", WRITE).body()).isEqualTo(shown(WRITE));
        assertThat(on("DescribeResourceServer", "orders").body()).isEqualTo(shown(WRITE));
        assertThat(clientWith("orders/read").fault()).isEqualTo("ScopeDoesNotExistException");
        assertThat(clientWith("orders/write").status()).isEqualTo(200);
    }

    @Test
    void theNameIsReplaced() {
        create("orders", READ);

        assertThat(pool.adminCall("UpdateResourceServer", "\"Identifier\":\"orders\",\"Name\":\"All orders\"")
                        .body())
                .contains("\"Name\":\"All orders\"", "\"Scopes\":[]");
    }

    @Test
    void whatCannotBeUpdatedIsNamed() {
        assertThat(update("orders", READ).outcome()).isEqualTo(MISSING);
        assertThat(update("orders", READ, READ).fault()).isEqualTo("InvalidParameterException");
        assertThat(inNoPool("UpdateResourceServer", ",\"Identifier\":\"orders\",\"Name\":\"Orders\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
