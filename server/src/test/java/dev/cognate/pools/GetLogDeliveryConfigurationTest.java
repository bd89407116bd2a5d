package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where logs are to go. Reference: oauth-config B13. */
final class GetLogDeliveryConfigurationTest extends PoolRoom {
    @Test
    void aPoolThatWasNeverToldHasAnEmptyList() {
        String id = api.pool("");

        assertThat(api.answer("GetLogDeliveryConfiguration", "{\"UserPoolId\":\"" + id + "\"}"))
                .isEqualTo("{\"LogDeliveryConfiguration\":{\"LogConfigurations\":[],\"UserPoolId\":\"" + id + "\"}}");
    }

    @Test
    void aPoolThatIsNotThereIsNotFound() {
        assertThat(api.refusal("GetLogDeliveryConfiguration", "{\"UserPoolId\":\"us-east-1_NONE\"}"))
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
