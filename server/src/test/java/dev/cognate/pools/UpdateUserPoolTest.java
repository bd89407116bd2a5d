package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What UpdateUserPool sets, resets and keeps (oauth-config B3). */
final class UpdateUserPoolTest extends PoolRoom {
    @Test
    void anUpdateSetsWhatItNamesAndResetsWhatItLeavesOut() {
        String id = api.pool("""
                "AutoVerifiedAttributes":["email"],"DeletionProtection":"ACTIVE","UserPoolTier":"PLUS",
                "UserPoolAddOns":{"AdvancedSecurityMode":"AUDIT"},
                "Policies":{"PasswordPolicy":{"MinimumLength":12,"RequireSymbols":false}},
                "UserAttributeUpdateSettings":{"AttributesRequireVerificationBeforeUpdate":["email"]},
                "LambdaConfig":{"PreSignUp":"arn:aws:lambda:us-east-1:123456789012:function:f"}""");
        time.advance(Duration.ofSeconds(5));

        String answer = api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"MfaConfiguration\":\"OFF\"}");

        assertThat(answer).isEqualTo("{}");
        String expected = DEFAULTS.replace("$id", id)
                .replace("$schema", StandardSchema.JSON)
                .replace("\"LastModifiedDate\":1795226400.123", "\"LastModifiedDate\":1795226405.123")
                .replace("\"DeletionProtection\":\"INACTIVE\"", "\"DeletionProtection\":\"ACTIVE\"")
                .replace(
                        "\"UserPoolTags\"",
                        "\"UserAttributeUpdateSettings\":"
                                + "{\"AttributesRequireVerificationBeforeUpdate\":[]},\"UserPoolTags\"")
                .replace("ESSENTIALS", "PLUS");
        assertThat(describe(id)).isEqualTo(expected);
    }

    /** Terraform's provider sends tags never, and the settings only when they change (oauth-config B20). */
    @Test
    void tagsAndWhatIsVerifiedBeforeItChangesStayWhenTheyAreLeftOut() {
        String settings = "\"UserAttributeUpdateSettings\":{\"AttributesRequireVerificationBeforeUpdate\":";
        String id = api.pool("""
                "AutoVerifiedAttributes":["email"],"UserPoolTags":{"team":"red"},
                %s["email"]}""".formatted(settings));
        String update = "{\"UserPoolId\":\"" + id + "\",\"AutoVerifiedAttributes\":[\"email\"]";

        api.answer("UpdateUserPool", update + "}");
        assertThat(describe(id)).contains("\"UserPoolTags\":{\"team\":\"red\"}", settings + "[\"email\"]}");

        api.answer("UpdateUserPool", update + ",\"UserPoolTags\":{}," + settings + "[]}}");
        assertThat(describe(id)).contains("\"UserPoolTags\":{}", settings + "[]}");
    }

    @Test
    void whatIsFixedAtCreationSurvivesUpdates() {
        String id = api.pool("""
            "AliasAttributes":["email","preferred_username"],"UsernameConfiguration":{"CaseSensitive":false},
            "Schema":[{"Name":"email","Required":true},{"Name":"team","AttributeDataType":"String"}]\
            """);
        String before = describe(id);

        api.answer(
                "UpdateUserPool",
                "{\"UserPoolId\":\"" + id + "\",\"UsernameConfiguration\":"
                        + "{\"CaseSensitive\":true},\"AliasAttributes\":[],\"Schema\":[]}");

        assertThat(describe(id)).isEqualTo(before);
    }

    @Test
    void anUpdateRenamesThePool() {
        String id = api.pool("");

        api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"PoolName\":\"persons\"}");

        assertThat(describe(id)).contains("\"Name\":\"persons\"");
    }

    @Test
    void aRefusedUpdateChangesNothing() {
        String id = api.pool("");
        String before = describe(id);

        assertThat(api.refusal(
                        "UpdateUserPool",
                        "{\"UserPoolId\":\"" + id + "\",\"PoolName\":\"other\","
                                + "\"AutoVerifiedAttributes\":[\"phone_number\"]}"))
                .isEqualTo("InvalidParameterException: SMS configuration is required when phone_number is selected for"
                        + " auto verification");
        assertThat(describe(id)).isEqualTo(before);
    }

    @Test
    void changesThatRaceAreAllKept() throws Exception {
        String id = api.pool("");
        List<Future<String>> racing = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                String attribute = "{\"UserPoolId\":\"" + id + "\",\"CustomAttributes\":[{\"Name\":\"a" + i
                        + "\",\"AttributeDataType\":\"String\"}]}";
                racing.add(threads.submit(() -> api.answer("AddCustomAttributes", attribute)));
                String update = "{\"UserPoolId\":\"" + id + "\",\"PoolName\":\"name" + i + "\"}";
                racing.add(threads.submit(() -> api.answer("UpdateUserPool", update)));
            }
        }
        for (Future<String> each : racing) {
            assertThat(each.get()).isEqualTo("{}");
        }

        String after = describe(id);
        for (int i = 0; i < 20; i++) {
            assertThat(after).contains("\"custom:a" + i + "\"");
        }
    }

    /** "aws: keys reserved"; UserPoolTaggingException "on create/update failure". */
    @Test
    void reservedTagsAreRefused() {
        String id = api.pool("\"UserPoolTags\":{\"team\":\"red\"}");

        assertThat(api.refusal("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"UserPoolTags\":{\"aws:x\":\"\"}}"))
                .isEqualTo("UserPoolTaggingException: Tag keys that begin with aws: are reserved.");
        assertThat(describe(id)).contains("\"UserPoolTags\":{\"team\":\"red\"}");
    }
}
