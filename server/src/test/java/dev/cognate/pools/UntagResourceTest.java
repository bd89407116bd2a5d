package dev.cognate.pools;

import static dev.cognate.pools.TagResourceTest.arn;
import static dev.cognate.pools.TagResourceTest.body;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tags are taken away. Reference: oauth-config B16. */
final class UntagResourceTest extends PoolRoom {

    /** "UntagResource removes." */
    @Test
    void theNamedTagsGoAndTheOthersStay() {
        String id = api.pool("\"UserPoolTags\":{\"stage\":\"test\",\"team\":\"red\"}");

        assertThat(api.answer("UntagResource", body(arn(id), ",\"TagKeys\":[\"team\",\"unknown\"]")))
                .isEqualTo("{}");

        assertThat(describe(id)).contains("\"UserPoolTags\":{\"stage\":\"test\"}");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(api.refusal("UntagResource", body(arn("us-east-1_NONE"), ",\"TagKeys\":[\"a\"]")))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
        assertThat(api.refusal("UntagResource", body("arn:aws:cognito-idp::1:identitypool/a", ",\"TagKeys\":[\"a\"]")))
                .isEqualTo("InvalidParameterException: The resource ARN is not the ARN of a user pool.");
    }
}
