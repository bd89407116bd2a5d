package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** "Between the default and the account's maximum." Reference: newer. */
final class UpdateProvisionedLimitTest extends PoolRoom {
    private static String body(String category, int rate) {
        return GetProvisionedLimitTest.body("\"Category\":\"" + category + "\"", ",\"RequestedLimitValue\":" + rate);
    }

    private String get(String region) {
        return api.answer("GetProvisionedLimit", GetProvisionedLimitTest.body("\"Category\":\"UserRead\"", ""), region);
    }

    @Test
    void aRateIsChangedForItsRegionAlone() {
        assertThat(api.answer("UpdateProvisionedLimit", body("UserRead", 500)))
                .contains("\"FreeLimitValue\":120", "\"ProvisionedLimitValue\":500");
        api.answer("UpdateProvisionedLimit", body("UserRead", 600));

        assertThat(get("us-east-1")).contains("\"ProvisionedLimitValue\":600");
        assertThat(get("eu-west-1")).contains("\"ProvisionedLimitValue\":120");
    }

    @Test
    void aRateOutsideOfItsRangeIsRefused() {
        assertThat(api.refusal("UpdateProvisionedLimit", body("UserRead", 119)))
                .isEqualTo("InvalidParameterException: The requested limit cannot be less than the free limit, 120.");
        assertThat(api.refusal("UpdateProvisionedLimit", body("UserRead", 12_001)))
                .isEqualTo("ServiceQuotaExceededException: The requested limit cannot be more than the account's"
                        + " maximum, 12000.");
        assertThat(api.refusal("UpdateProvisionedLimit", body("Nothing", 1)))
                .isEqualTo("ResourceNotFoundException: There is no API category Nothing.");
        assertThat(get("us-east-1")).contains("\"ProvisionedLimitValue\":120");
    }
}
