package dev.cognate.pools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What the door gives other rooms: pools by id, copies that age, pools with a chosen id. */
final class PoolsTest extends PoolRoom {
    @Test
    void aChosenIdIsTakenOnceAndFindsNothingOfAnEarlierPool() {
        PoolId id = new PoolId("us-east-1_COGNATE01");
        EveryTable tables = everyTable();
        tables.fill("users", id.value(), 3);
        CreateUserPoolRequest request =
                CreateUserPoolRequest.builder().poolName("demo").build();

        assertThat(pools.create(id, request).id()).isEqualTo(id);
        assertThat(tables.count("users", id.value())).isZero();
        assertThat(describe(id.value())).contains("\"Name\":\"demo\"");
        assertThatThrownBy(() -> pools.create(id, request))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("The user pool us-east-1_COGNATE01 exists already.");
    }

    @Test
    void aNodeSeesItsOwnChangesAtOnceAndThoseOfOthersWithinASecond() {
        PoolId id = new PoolId(api.pool(""));
        Pools other = node(Runnable::run);
        Pool before = other.require(id);
        assertThat(other.require(id)).as("not decoded again").isSameAs(before);
        assertThat(pools.require(id).autoVerified()).isEmpty();

        api.answer("UpdateUserPool", "{\"UserPoolId\":\"" + id + "\",\"AutoVerifiedAttributes\":[\"email\"]}");

        assertThat(pools.require(id).autoVerified()).containsExactly(VerifiedAttributeType.EMAIL);
        assertThat(other.require(id)).isSameAs(before);
        time.advance(Duration.ofSeconds(1));
        assertThat(other.require(id).autoVerified()).containsExactly(VerifiedAttributeType.EMAIL);
    }
}
