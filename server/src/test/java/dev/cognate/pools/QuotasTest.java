package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.wire.OperationModel;
import dev.cognate.wire.fault.TooManyRequestsException;
import dev.cognate.wire.model.Operations;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Requests beyond the rate of their category. Reference: oauth-config B19, newer. */
final class QuotasTest extends PoolRoom {
    private Quotas quotas;

    @BeforeEach
    void makeQuotas() {
        quotas = new Quotas(store, new PoolSettings("123456789012", Duration.ZERO), time);
    }

    private void admitted(String operation, int times) {
        for (int i = 0; i < times; i++) {
            quotas.admit(operation, "us-east-1");
        }
    }

    private void refused(String operation) {
        assertThatThrownBy(() -> quotas.admit(operation, "us-east-1"))
                .isInstanceOf(TooManyRequestsException.class)
                .hasMessage("Rate exceeded");
    }

    @Test
    void everyOperationOfTheModelIsInExactlyOneCategory() {
        assertThat(Arrays.stream(ApiCategory.values()).flatMap(each -> each.operations().stream()))
                .containsExactlyInAnyOrderElementsOf(
                        Operations.ALL.stream().map(OperationModel::name).toList());
    }

    /** Clauses A2.s5, A12.10. "UserPoolRead / Update 15 / 15." */
    @Test
    void aSecondHasRoomForTheRateOfTheCategory() {
        admitted("DescribeUserPool", 10);
        admitted("ListUserPools", 5);
        refused("DescribeUserPool");
        refused("ListUserPools");

        admitted("UpdateUserPool", 15);
        quotas.admit("DescribeUserPool", "eu-west-1");
        time.advance(Duration.ofMillis(200));
        admitted("DescribeUserPool", 3);
        refused("DescribeUserPool");
        time.advance(Duration.ofHours(1));
        admitted("DescribeUserPool", 15);
        refused("DescribeUserPool");
    }

    /** "RespondToAuthChallenge has 3 × UserAuthentication of its own." */
    @Test
    void answersToChallengesHaveThreeTimesTheRateForThemselves() {
        admitted("InitiateAuth", 120);
        refused("InitiateAuth");

        admitted("RespondToAuthChallenge", 360);
        refused("RespondToAuthChallenge");
    }

    @Test
    void aChangedRateCounts() {
        admitted("ListUsers", 30);
        refused("ListUsers");
        api.answer(
                "UpdateProvisionedLimit",
                GetProvisionedLimitTest.body("\"Category\":\"UserList\"", ",\"RequestedLimitValue\":60"));

        time.advance(Duration.ofSeconds(1));
        admitted("ListUsers", 60);
        refused("ListUsers");
    }
}
