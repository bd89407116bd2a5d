package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tags are merged. Reference: oauth-config B16. */
final class TagResourceTest extends PoolRoom {
    static String arn(String id) {
        return "arn:aws:cognito-idp:us-east-1:123456789012:userpool/" + id;
    }

    static String body(String arn, String members) {
        return "{\"ResourceArn\":\"" + arn + "\"" + members + "}";
    }

    private static String tags(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(i -> "\"k" + i + "\":\"\"")
                .collect(Collectors.joining(",", ",\"Tags\":{", "}"));
    }

    /** "TagResource merges." */
    @Test
    void newTagsAreAddedAndOldOnesReplaced() {
        String id = api.pool("\"UserPoolTags\":{\"stage\":\"test\",\"team\":\"red\"}");

        assertThat(api.answer("TagResource", body(arn(id), ",\"Tags\":{\"team\":\"blue\",\"cost\":\"\"}")))
                .isEqualTo("{}");

        assertThat(describe(id)).contains("\"UserPoolTags\":{\"stage\":\"test\",\"team\":\"blue\",\"cost\":\"\"}");
    }

    /** "≤ 50"; "aws: keys reserved"; "key 1–128". */
    @Test
    void whatATagCannotBeIsRefused() {
        String id = api.pool("");
        api.answer("TagResource", body(arn(id), tags(1, 50)));

        assertThat(api.refusal("TagResource", body(arn(id), tags(51, 51))))
                .isEqualTo("InvalidParameterException: A user pool cannot have more than 50 tags.");
        assertThat(api.answer("TagResource", body(arn(id), tags(1, 2)))).isEqualTo("{}");
        assertThat(api.refusal("TagResource", body(arn(api.pool("")), ",\"Tags\":{\"aws:x\":\"\"}")))
                .isEqualTo("InvalidParameterException: Tag keys that begin with aws: are reserved.");
        assertThat(api.refusal("TagResource", body(arn(id), ",\"Tags\":{\"\":\"x\"}")))
                .startsWith("InvalidParameterException: ");
    }

    @Test
    void whatIsNoPoolOfThisAccountAndRegionIsRefused() {
        String id = api.pool("");
        String tags = ",\"Tags\":{\"a\":\"b\"}";

        assertThat(api.refusal("TagResource", body("arn:aws:sns:us-east-1:123456789012:userpool/" + id, tags)))
                .isEqualTo("InvalidParameterException: The resource ARN is not the ARN of a user pool.");
        assertThat(api.refusal("TagResource", body("arn:aws:cognito-idp:us-east-1:123456789012:pool/" + id, tags)))
                .isEqualTo("InvalidParameterException: The resource ARN is not the ARN of a user pool.");
        String missing = "ResourceNotFoundException: User pool " + id + " does not exist.";
        assertThat(api.refusal("TagResource", body(arn(id).replace("123456789012", "210987654321"), tags)))
                .isEqualTo(missing);
        assertThat(api.refusal("TagResource", body(arn(id).replace("us-east-1:", "eu-west-1:"), tags)))
                .isEqualTo(missing);
        assertThat(api.refusal("TagResource", body(arn(id), tags), "eu-west-1")).isEqualTo(missing);
        assertThat(api.refusal("TagResource", body(arn("us-east-1_NONE"), tags)))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
