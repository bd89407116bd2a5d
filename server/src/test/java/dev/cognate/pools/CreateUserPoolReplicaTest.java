package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** "One secondary replica in another region." Reference: newer. */
final class CreateUserPoolReplicaTest extends ReplicaRoom {
    private String refusal(String id, String members) {
        return api.refusal("CreateUserPoolReplica", body(id, members));
    }

    @Test
    void aReplicaIsCreatedAndThenInactive() {
        String id = api.pool("");

        assertThat(api.answer("CreateUserPoolReplica", body(id, "\"RegionName\":\"eu-west-1\"")))
                .isEqualTo("{\"UserPoolReplica\":" + shown(id, "eu-west-1", "SECONDARY", "CREATING") + "}");
        assertThat(api.answer("ListUserPoolReplicas", body(id, "")))
                .contains(shown(id, "eu-west-1", "SECONDARY", "INACTIVE"));
    }

    /** "ListUserPools shows ReplicaRegions." */
    @Test
    void theListOfPoolsNamesItsRegion() {
        replicated();
        api.pool("");

        assertThat(api.answer("ListUserPools", "{\"MaxResults\":60}"))
                .containsOnlyOnce("\"ReplicaRegions\":[\"eu-west-1\"]");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThat(refusal(replicated(), "\"RegionName\":\"eu-central-1\""))
                .isEqualTo("LimitExceededException: A user pool cannot have more than one replica.");
        assertThat(refusal(api.pool(""), "\"RegionName\":\"us-east-1\""))
                .isEqualTo("InvalidParameterException: A user pool cannot have a replica in its own region.");
        assertThat(refusal(api.pool(""), "\"RegionName\":\"no region\""))
                .isEqualTo("InvalidParameterException: The region of the request is not valid.");
        assertThat(refusal(api.pool("\"UserPoolTier\":\"LITE\""), "\"RegionName\":\"eu-west-1\""))
                .isEqualTo("FeatureUnavailableInTierException: The following feature is not available for the LITE"
                        + " pricing tier configured: Multi-Region Replication");
        assertThat(refusal(api.pool(""), "\"RegionName\":\"eu-west-1\",\"UserPoolTags\":{\"aws:a\":\"b\"}"))
                .isEqualTo("UserPoolTaggingException: Tag keys that begin with aws: are reserved.");
        assertThat(refusal("us-east-1_NONE", "\"RegionName\":\"eu-west-1\""))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
