package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** "Only INACTIVE ones can be deleted, from the primary." Reference: newer. */
final class DeleteUserPoolReplicaTest extends ReplicaRoom {
    private static final String REGION = "\"RegionName\":\"eu-west-1\"";

    @Test
    void anInactiveReplicaIsDeleted() {
        String id = replicated();

        assertThat(api.answer("DeleteUserPoolReplica", body(id, REGION)))
                .isEqualTo("{\"UserPoolReplica\":" + shown(id, "eu-west-1", "SECONDARY", "DELETING") + "}");
        assertThat(api.answer("ListUserPoolReplicas", body(id, ""))).doesNotContain("eu-west-1");
    }

    @Test
    void anActiveOneIsNot() {
        String id = replicated();
        update(id, "ACTIVE");

        assertThat(api.refusal("DeleteUserPoolReplica", body(id, REGION)))
                .isEqualTo("InvalidParameterException: An active replica cannot be deleted. It must be inactivated"
                        + " first.");
    }

    @Test
    void whatIsNotThereOrNotAskedAtThePrimaryIsRefused() {
        String id = replicated();

        assertThat(api.refusal("DeleteUserPoolReplica", body(id, "\"RegionName\":\"us-east-1\"")))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " has no replica in that region.");
        assertThat(api.refusal("DeleteUserPoolReplica", body(id, REGION), "eu-west-1"))
                .isEqualTo("ResourceNotFoundException: User pool " + id + " does not exist.");
    }
}
