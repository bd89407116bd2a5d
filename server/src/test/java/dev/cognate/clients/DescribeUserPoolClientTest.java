package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which client DescribeUserPoolClient and its neighbours find (oauth-config B5). */
final class DescribeUserPoolClientTest extends ClientRoom {
    @Test
    void anUnknownClientOrPoolIsNotFound() {
        String id = member("ClientId", create(""));
        String otherPool = api.pool("");
        for (String operation : List.of("DescribeUserPoolClient", "UpdateUserPoolClient", "DeleteUserPoolClient")) {
            assertThat(api.refusal(operation, request("nobody")))
                    .isEqualTo("ResourceNotFoundException: User pool client nobody does not exist.");
            assertThat(api.refusal(operation, request(id).replace(pool, otherPool)))
                    .as("a client of another pool")
                    .isEqualTo("ResourceNotFoundException: User pool client " + id + " does not exist.");
            assertThat(api.refusal(operation, request(id).replace(pool, "us-east-1_Nothing00")))
                    .isEqualTo("ResourceNotFoundException: User pool us-east-1_Nothing00 does not exist.");
            assertThat(api.refusal(operation, request(id), "eu-west-1"))
                    .isEqualTo("ResourceNotFoundException: User pool " + pool + " does not exist.");
        }
        assertThat(api.refusal("CreateUserPoolClient", "{\"UserPoolId\":\"us-east-1_Nothing00\",\"ClientName\":\"a\"}"))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_Nothing00 does not exist.");
        assertThat(api.refusal("ListUserPoolClients", "{\"UserPoolId\":\"us-east-1_Nothing00\"}"))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_Nothing00 does not exist.");
        assertThat(describe(id)).contains(id);
    }
}
