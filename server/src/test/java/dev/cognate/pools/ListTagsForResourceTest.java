package dev.cognate.pools;

import static dev.cognate.pools.TagResourceTest.arn;
import static dev.cognate.pools.TagResourceTest.body;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The tags of a pool. Reference: oauth-config B16. */
final class ListTagsForResourceTest extends PoolRoom {

    /** "ListTagsForResource → {"Tags":{}}." */
    @Test
    void aPoolWithoutTagsHasAnEmptyMap() {
        assertThat(api.answer("ListTagsForResource", body(arn(api.pool("")), "")))
                .isEqualTo("{\"Tags\":{}}");
    }

    @Test
    void tagsOfCreationAreListed() {
        String id = api.pool("\"UserPoolTags\":{\"stage\":\"test\"}");

        assertThat(api.answer("ListTagsForResource", body(arn(id), ""))).isEqualTo("{\"Tags\":{\"stage\":\"test\"}}");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(api.refusal("ListTagsForResource", body(arn("us-east-1_NONE"), "")))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
        assertThat(api.refusal("ListTagsForResource", body("arn:aws:sqs:us-east-1:123456789012:queue", "")))
                .isEqualTo("InvalidParameterException: The resource ARN is not the ARN of a user pool.");
    }
}
