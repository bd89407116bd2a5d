package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The regions of a pool. Reference: newer. */
final class ListUserPoolReplicasTest extends ReplicaRoom {
    @Test
    void thePrimaryComesFirst() {
        String id = replicated();

        assertThat(api.answer("ListUserPoolReplicas", body(id, "")))
                .isEqualTo("{\"UserPoolReplicas\":[" + shown(id, "us-east-1", "PRIMARY", "ACTIVE") + ","
                        + shown(id, "eu-west-1", "SECONDARY", "INACTIVE") + "]}");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(api.refusal("ListUserPoolReplicas", body("us-east-1_NONE", "")))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
        assertThat(api.refusal("ListUserPoolReplicas", body(api.pool(""), "\"NextToken\":\"another\"")))
                .isEqualTo("InvalidParameterException: Invalid pagination token");
    }
}
