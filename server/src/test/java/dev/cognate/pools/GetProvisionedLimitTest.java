package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rates of the categories. Reference: newer, oauth-config B19. */
final class GetProvisionedLimitTest extends PoolRoom {
    static final String FREE = "UserAuthentication 120, UserCreation 50, UserFederation 25, UserAccountRecovery 30,"
            + " UserRead 120, UserUpdate 25, UserToken 120, UserResourceRead 50, UserResourceUpdate 25, UserList 30,"
            + " UserPoolRead 15, UserPoolUpdate 15, UserPoolResourceRead 20, UserPoolResourceUpdate 15,"
            + " UserPoolClientRead 15, UserPoolClientUpdate 15, ClientAuthentication 150, LimitManagement 1";

    static String body(String attributes, String members) {
        return "{\"LimitDefinition\":{\"LimitClass\":\"API_CATEGORY\",\"Attributes\":{" + attributes + "}}" + members
                + "}";
    }

    /** "Categories and defaults." */
    @Test
    void theDefaultsAreThoseOfTheService() {
        assertThat(Arrays.stream(ApiCategory.values())
                        .map(each -> each.text() + " " + each.free())
                        .collect(Collectors.joining(", ")))
                .isEqualTo(FREE);
        for (String each : FREE.split(", ", -1)) {
            String[] parts = each.split(" ", -1);
            assertThat(api.answer("GetProvisionedLimit", body("\"Category\":\"" + parts[0] + "\"", "")))
                    .isEqualTo(
                            "{\"Limit\":{\"FreeLimitValue\":%2$s,\"LimitDefinition\":{\"Attributes\":{\"Category\":\"%1$s\"},\"LimitClass\":\"API_CATEGORY\"},\"ProvisionedLimitValue\":%2$s}}"
                                    .formatted(parts[0], parts[1]));
        }
    }

    @Test
    void whatIsNoCategoryIsRefused() {
        assertThat(api.refusal("GetProvisionedLimit", body("\"Category\":\"Nothing\"", "")))
                .isEqualTo("ResourceNotFoundException: There is no API category Nothing.");
        String alone = "InvalidParameterException: The attributes of an API category limit are its Category alone.";
        assertThat(api.refusal("GetProvisionedLimit", body("", ""))).isEqualTo(alone);
        assertThat(api.refusal("GetProvisionedLimit", body("\"Category\":\"UserRead\",\"Other\":\"x\"", "")))
                .isEqualTo(alone);
    }
}
