package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** "Update sets Status." Reference: newer. */
final class UpdateUserPoolReplicaTest extends ReplicaRoom {
    @Test
    void aReplicaIsActivatedAndInactivated() {
        String id = replicated();

        assertThat(update(id, "ACTIVE"))
                .isEqualTo("{\"UserPoolReplica\":" + shown(id, "eu-west-1", "SECONDARY", "ACTIVE") + "}");
        assertThat(api.answer("ListUserPoolReplicas", body(id, "")))
                .contains(shown(id, "eu-west-1", "SECONDARY", "ACTIVE"));
        assertThat(update(id, "INACTIVE")).contains("\"Status\":\"INACTIVE\"");
    }

    @Test
    void whatIsNotThereIsRefused() {
        String members = "\"RegionName\":\"eu-central-1\",\"Status\":\"ACTIVE\"";
        String id = replicated();

        assertThat(api.refusal("UpdateUserPoolReplica", body(id, members)))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " has no replica in that region.");
        assertThat(api.refusal("UpdateUserPoolReplica", body("us-east-1_NONE", members)))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
        assertThat(api.refusal("UpdateUserPoolReplica", body(id, members.replace("ACTIVE", "CREATING"))))
                .startsWith("InvalidParameterException: ");
    }
}
