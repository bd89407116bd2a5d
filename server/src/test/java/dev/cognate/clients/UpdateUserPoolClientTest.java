package dev.cognate.clients;

import static dev.cognate.pools.Api.member;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What UpdateUserPoolClient sets, resets and keeps (oauth-config B5). */
final class UpdateUserPoolClientTest extends ClientRoom {
    @Test
    void anUpdateReplacesTheConfigurationAndKeepsNameAndSecret() {
        String created = create(
                "\"GenerateSecret\":true,\"EnableTokenRevocation\":false,\"ReadAttributes\":[\"email\"],"
                        + "\"PreventUserExistenceErrors\":\"ENABLED\",\"AuthSessionValidity\":9,\"LogoutURLs\":[\"a://b\"]");
        String id = member("ClientId", created);
        time.advance(Duration.ofSeconds(5));

        String updated = api.answer(
                "UpdateUserPoolClient",
                "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\",\"IdTokenValidity\":2}");

        String expected = DEFAULTS.replace("$id", id)
                .replace("$pool", pool)
                .replace(
                        "\"LastModifiedDate\":1795226400.123",
                        "\"IdTokenValidity\":2,\"LastModifiedDate\":1795226405.123")
                .replace(
                        "\"ClientType\"",
                        "\"ClientSecret\":\"" + member("ClientSecret", created) + "\",\"ClientType\"");
        assertThat(updated).isEqualTo(expected);
        assertThat(describe(id)).isEqualTo(expected);
    }

    @Test
    void anUpdateRenamesAndIsHeldToTheRules() {
        String id = member("ClientId", create(""));
        String of = "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\",";

        assertThat(api.answer("UpdateUserPoolClient", of + "\"ClientName\":\"app\"}"))
                .contains("\"ClientName\":\"app\"");
        assertThat(api.refusal("UpdateUserPoolClient", of + "\"AllowedOAuthFlows\":[\"client_credentials\"]}"))
                .isEqualTo("InvalidOAuthFlowException: client_credentials flow can not be selected if client does not"
                        + " have a client secret.");
        assertThat(api.refusal("UpdateUserPoolClient", of + "\"AllowedOAuthScopes\":[\"api/read\"]}"))
                .isEqualTo("ScopeDoesNotExistException: Invalid scope requested: api/read");
        assertThat(describe(id)).contains("\"ClientName\":\"app\"");
    }

    @Test
    void updatesThatRaceLeaveOneOfThemWhole() throws Exception {
        String id = member("ClientId", create(""));
        List<Future<String>> racing = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 3; i <= 15; i++) {
                String update = "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\",\"ClientName\":\"name" + i
                        + "\",\"AuthSessionValidity\":" + i + "}";
                racing.add(threads.submit(() -> api.answer("UpdateUserPoolClient", update)));
            }
        }
        for (Future<String> each : racing) {
            assertThat(each.get()).contains("UserPoolClient");
        }

        String after = describe(id);
        assertThat(member("ClientName", after))
                .isEqualTo("name" + after.replaceFirst(".*\"AuthSessionValidity\":([0-9]+).*", "$1"));
    }

    /** Reference: auth 22, "USER_AUTH … LITE: no". */
    @Test
    void choosingAmongFactorsNeedsAHigherTier() {
        pool = api.pool("\"UserPoolTier\":\"LITE\"");
        String refused = "FeatureUnavailableInTierException: The following features need to be disabled for the LITE"
                + " pricing tier configured: Passwordless Sign-In";
        String flows = "\"ExplicitAuthFlows\":[\"ALLOW_USER_AUTH\"]";
        String id = member("ClientId", create("\"ExplicitAuthFlows\":[\"ALLOW_USER_PASSWORD_AUTH\"]"));

        assertThat(refusal(flows)).isEqualTo(refused);
        assertThat(api.refusal(
                        "UpdateUserPoolClient",
                        "{\"UserPoolId\":\"" + pool + "\",\"ClientId\":\"" + id + "\"," + flows + "}"))
                .isEqualTo(refused);
    }
}
