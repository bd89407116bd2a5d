package dev.cognate.resourceservers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.app.Reply;
import org.junit.jupiter.api.Test;

/** ListResourceServers over the wire. Reference: oauth-config B8, B17. */
class ListResourceServersTest extends ResourceServerRoom {
    @Test
    void theyComePageByPageByIdentifier() {
        create("b");
        create("c");
        create("a", READ);

        Reply first = pool.adminCall("ListResourceServers", "\"MaxResults\":2");
        assertThat(first.body()).contains("\"Identifier\":\"a\"", "\"Identifier\":\"b\"", READ);
        assertThat(first.body()).doesNotContain("\"Identifier\":\"c\"");
        Reply last = pool.adminCall(
                "ListResourceServers", "\"MaxResults\":2,\"NextToken\":\"" + first.member("NextToken") + "\"");
        assertThat(last.body()).contains("\"Identifier\":\"c\"").doesNotContain("NextToken");
    }

    /** "MaxResults 1–50." */
    @Test
    void aPageHasAtMostFifty() {
        server.store().write(tx -> {
            for (int i = 0; i < 51; i++) {
                tx.update(
                        "INSERT INTO resource_servers (pool_id, identifier, config) VALUES (?, ?, '{}')",
                        pool.id(),
                        "api" + i);
            }
            return pool;
        });

        assertThat(pool.adminCall("ListResourceServers", "").body()).contains("NextToken");
        assertThat(pool.adminCall("ListResourceServers", "\"MaxResults\":51").fault())
                .isEqualTo("InvalidParameterException");
        assertThat(pool.adminCall("ListResourceServers", "\"MaxResults\":0").fault())
                .isEqualTo("InvalidParameterException");
    }

    @Test
    void aTokenOfAnotherPoolIsRefused() {
        create("a");
        create("b");
        String token = pool.adminCall("ListResourceServers", "\"MaxResults\":1").member("NextToken");

        assertThat(server.pool("")
                        .adminCall("ListResourceServers", "\"NextToken\":\"" + token + "\"")
                        .outcome())
                .isEqualTo("InvalidParameterException: Invalid pagination token");
        assertThat(inNoPool("ListResourceServers", "").outcome()).isEqualTo(NO_POOL);
    }
}
