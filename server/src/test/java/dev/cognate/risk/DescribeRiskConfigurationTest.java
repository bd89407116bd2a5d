package dev.cognate.risk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What threat protection is to do. Reference: auth 23. */
final class DescribeRiskConfigurationTest extends RiskRoom {

    /** "Nothing set → defaults without the sub-blocks." */
    @Test
    void whereNothingWasSetThereIsNoPart() {
        assertThat(pool.adminCall("DescribeRiskConfiguration", "\"ClientId\":\"" + pool.client() + "\"")
                        .body())
                .isEqualTo("{\"RiskConfiguration\":{\"ClientId\":\"" + pool.client() + "\",\"UserPoolId\":\""
                        + pool.id() + "\"}}");
    }

    @Test
    void whatIsNotThereIsRefused() {
        assertThat(pool.adminCall("DescribeRiskConfiguration", "\"ClientId\":\"none\"")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool client none does not exist.");
        pool = server.pool("");
        assertThat(pool.adminCall("DescribeRiskConfiguration", "").outcome()).isEqualTo(notEnabled());
        assertThat(server.call("DescribeRiskConfiguration", "{\"UserPoolId\":\"us-east-1_NONE\"}")
                        .outcome())
                .isEqualTo("ResourceNotFoundException: User pool us-east-1_NONE does not exist.");
    }
}
