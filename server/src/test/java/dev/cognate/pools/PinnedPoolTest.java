package dev.cognate.pools;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** CreateUserPool with the id that the tag {@code cognate:id} names; the service knows no such tag. */
final class PinnedPoolTest extends PoolRoom {
    private static String body(String id) {
        return "{\"PoolName\":\"people\",\"UserPoolTags\":{\"cognate:id\":\"" + id + "\"}}";
    }

    @Test
    void thePoolHasTheChosenId() {
        assertThat(member("Id", api.answer("CreateUserPool", body("us-east-1_PEOPLE001"))))
                .isEqualTo("us-east-1_PEOPLE001");
        assertThat(describe("us-east-1_PEOPLE001")).contains("\"cognate:id\":\"us-east-1_PEOPLE001\"");
    }

    @Test
    void anIdIsGivenOnce() {
        api.answer("CreateUserPool", body("us-east-1_PEOPLE001"));

        assertThat(api.refusal("CreateUserPool", body("us-east-1_PEOPLE001")))
                .isEqualTo("InvalidParameterException: User pool us-east-1_PEOPLE001 exists already.");

        api.answer("DeleteUserPool", "{\"UserPoolId\":\"us-east-1_PEOPLE001\"}");
        api.answer("CreateUserPool", body("us-east-1_PEOPLE001"));
    }

    @Test
    void anIdOfAnotherRegionOrFormIsRefused() {
        String refusal =
                "InvalidParameterException: The tag cognate:id is a user pool id of the region: us-east-1_ and up"
                        + " to 30 letters and digits.";
        for (String id :
                new String[] {"eu-west-1_PEOPLE001", "us-east-1_", "us-east-1_a-b", "us-east-1_" + "a".repeat(31), ""
                }) {
            assertThat(api.refusal("CreateUserPool", body(id))).isEqualTo(refusal);
        }
    }
}
