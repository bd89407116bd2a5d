package dev.cognate.pools;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What CreateUserPool does (oauth-config B1); its rules are in {@link PoolRulesTest}. */
final class CreateUserPoolTest extends PoolRoom {
    /** Clauses C1.1, C1.2, C1.3, C1.4, C1.5, C5.t1, D2.t1. */
    @Test
    void aNewPoolHasTheDefaultsOfTheServiceAndIsDescribedAsItWasCreated() {
        String created = api.answer("CreateUserPool", "{\"PoolName\":\"people\"}");
        String id = member("Id", created);

        assertThat(id).matches("us-east-1_[0-9A-Za-z]{9}");
        assertThat(created).isEqualTo(DEFAULTS.replace("$id", id).replace("$schema", StandardSchema.JSON));
        assertThat(describe(id)).isEqualTo(created);
    }

    @Test
    void aRegionThatNoPoolIdCanHoldIsRefused() {
        for (String region : new String[] {"us_east", "a b", "", "r".repeat(41)}) {
            assertThat(api.refusal("CreateUserPool", "{\"PoolName\":\"people\"}", region))
                    .isEqualTo("InvalidParameterException: The region of the request is not valid.");
        }
    }
}
