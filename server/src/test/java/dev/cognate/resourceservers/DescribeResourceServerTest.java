package dev.cognate.resourceservers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** DescribeResourceServer over the wire. Reference: oauth-config B8. */
class DescribeResourceServerTest extends ResourceServerRoom {
    @Test
    void itShowsWhatWasCreated() {
        create("orders", READ, WRITE);

        assertThat(on("DescribeResourceServer", "orders").body()).isEqualTo(shown(READ, WRITE));
    }

    /** "Missing"; identifiers are case-sensitive. */
    @Test
    void anUnknownOneIsNamed() {
        create("Orders");

        assertThat(on("DescribeResourceServer", "orders").outcome()).isEqualTo(MISSING);
        assertThat(inNoPool("DescribeResourceServer", ",\"Identifier\":\"orders\"")
                        .outcome())
                .isEqualTo(NO_POOL);
    }
}
