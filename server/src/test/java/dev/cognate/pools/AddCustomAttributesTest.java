package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What AddCustomAttributes adds and refuses (lifecycle C2, oauth-config B2). */
final class AddCustomAttributesTest extends PoolRoom {
    /** Clause C2.t1. */
    @Test
    void customAttributesAreAddedBehindTheOthers() {
        String id = api.pool("\"Schema\":[{\"Name\":\"team\",\"AttributeDataType\":\"String\"}]");

        assertThat(
                        api.answer(
                                "AddCustomAttributes",
                                "{\"UserPoolId\":\"" + id + "\",\"CustomAttributes\":["
                                        + "{\"Name\":\"age\",\"AttributeDataType\":\"Number\",\"Mutable\":false,"
                                        + "\"NumberAttributeConstraints\":{\"MaxValue\":\"150\"}},"
                                        + "{\"Name\":\"score\",\"AttributeDataType\":\"Number\",\"DeveloperOnlyAttribute\":true}]}"))
                .isEqualTo("{}");

        assertThat(describe(id))
                .contains("\"SchemaAttributes\":[" + StandardSchema.JSON
                        + ",{\"AttributeDataType\":\"String\",\"DeveloperOnlyAttribute\":false,\"Mutable\":true,"
                        + "\"Name\":\"custom:team\",\"Required\":false,\"StringAttributeConstraints\":{}}"
                        + ",{\"AttributeDataType\":\"Number\",\"DeveloperOnlyAttribute\":false,\"Mutable\":false,"
                        + "\"Name\":\"custom:age\",\"NumberAttributeConstraints\":{\"MaxValue\":\"150\"},\"Required\":false}"
                        + ",{\"AttributeDataType\":\"Number\",\"DeveloperOnlyAttribute\":true,\"Mutable\":true,"
                        + "\"Name\":\"dev:custom:score\",\"NumberAttributeConstraints\":{},\"Required\":false}]");
    }

    /** Clauses A12.11d, C2.t2. */
    @Test
    void fiftyCustomAttributesFitAndNoMore() {
        String id = api.pool("\"Schema\":[" + custom(0, 50) + "]");

        assertThat(api.refusal("CreateUserPool", "{\"PoolName\":\"people\",\"Schema\":[" + custom(0, 51) + "]}"))
                .endsWith("failed to satisfy constraint: Member must have length less than or equal to 50");
        assertThat(add(id, custom(50, 51)))
                .isEqualTo("InvalidParameterException: A user pool cannot have more than 50 custom attributes.");
        assertThat(add(api.pool(""), custom(0, 26)))
                .endsWith("failed to satisfy constraint: Member must have length less than or equal to 25");
    }

    /** Clause C2.t7. */
    @Test
    void anAttributeIsAddedOnce() {
        String id = api.pool("\"Schema\":[{\"Name\":\"a\",\"AttributeDataType\":\"String\"},"
                + "{\"Name\":\"d\",\"AttributeDataType\":\"String\",\"DeveloperOnlyAttribute\":true}]");

        assertThat(add(id, "{\"Name\":\"a\",\"AttributeDataType\":\"Number\"}"))
                .isEqualTo("InvalidParameterException: custom:a: Existing attribute already has name custom:a.");
        assertThat(add(id, "{\"Name\":\"d\",\"AttributeDataType\":\"String\",\"DeveloperOnlyAttribute\":true}"))
                .isEqualTo("InvalidParameterException: dev:custom:d: Existing attribute already has name"
                        + " dev:custom:d.");
        assertThat(add(id, "{\"Name\":\"b\"}"))
                .isEqualTo("InvalidParameterException: Invalid AttributeDataType input, consider using the provided"
                        + " AttributeDataType enum.");
        assertThat(add(id, "{\"Name\":\"b\",\"AttributeDataType\":\"String\",\"Required\":true}"))
                .isEqualTo("InvalidParameterException: Required custom attributes are not supported currently.");
    }

    private String add(String id, String attributes) {
        return api.refusal(
                "AddCustomAttributes", "{\"UserPoolId\":\"" + id + "\",\"CustomAttributes\":[" + attributes + "]}");
    }

    private static String custom(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(i -> "{\"Name\":\"a" + i + "\",\"AttributeDataType\":\"String\"}")
                .collect(Collectors.joining(","));
    }
}
