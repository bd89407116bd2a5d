package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which pool DescribeUserPool shows, and the number of its users (oauth-config B1). */
final class DescribeUserPoolTest extends PoolRoom {
    @Test
    void anUnknownPoolIsNotFound() {
        for (String operation : List.of("DescribeUserPool", "UpdateUserPool", "DeleteUserPool")) {
            assertThat(api.refusal(operation, "{\"UserPoolId\":\"us-east-1_NoSuchOne\"}"))
                    .isEqualTo("ResourceNotFoundException: User pool us-east-1_NoSuchOne does not exist.");
        }
        assertThat(api.refusal(
                        "AddCustomAttributes",
                        "{\"UserPoolId\":\"us-east-1_NoSuchOne\","
                                + "\"CustomAttributes\":[{\"Name\":\"a\",\"AttributeDataType\":\"String\"}]}"))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NoSuchOne does not exist.");
    }

    @Test
    void aPoolIsFoundInItsOwnRegionOnly() {
        String id = api.pool("");

        assertThat(api.refusal("DescribeUserPool", "{\"UserPoolId\":\"" + id + "\"}", "eu-west-1"))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " does not exist.");
        assertThat(api.refusal("DeleteUserPool", "{\"UserPoolId\":\"" + id + "\"}", "eu-west-1"))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " does not exist.");
        assertThat(describe(id)).contains(id);
    }

    @Test
    void theNumberOfUsersIsCountedAtMostEveryTenSeconds() {
        String id = api.pool("");
        EveryTable tables = everyTable();
        assertThat(describe(id)).contains("\"EstimatedNumberOfUsers\":0");
        tables.fill("users", id, 3);

        assertThat(describe(id)).contains("\"EstimatedNumberOfUsers\":0");
        time.advance(Duration.ofSeconds(10));
        assertThat(describe(id)).contains("\"EstimatedNumberOfUsers\":3");
    }
}
