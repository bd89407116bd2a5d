package dev.cognate.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.messaging.Destination;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.UserPoolType;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What no request can ask for yet: a pool without the setting, and media that are taken. Reference: lifecycle E4. */
class RecoveryTargetTest {
    private static final PoolId ID = new PoolId("us-east-1_abc");
    private static final Pool WITHOUT_SETTING =
            new Pool(ID, UserPoolType.builder().build());
    private static final Map<String, String> BOTH = Map.of(
            "email", "jane@example.com",
            "email_verified", "true",
            "phone_number", "+12065550100",
            "phone_number_verified", "true");

    private static User with(Map<String, String> attributes) {
        return new User(
                ID,
                new Sub("00000000-0000-7000-8000-000000000000"),
                "jane",
                UserStatus.CONFIRMED,
                true,
                attributes,
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    /** Clause E4.t2. */
    @Test
    void withoutASettingThePhoneComesBeforeTheEmailAddress() {
        assertThat(RecoveryTarget.of(WITHOUT_SETTING, with(BOTH), Set.of()))
                .isEqualTo(Destination.phone("+12065550100"));
        assertThat(RecoveryTarget.of(
                        WITHOUT_SETTING, with(Map.of("email", "jane@example.com", "email_verified", "true")), Set.of()))
                .isEqualTo(Destination.email("jane@example.com"));
    }

    @Test
    void aMediumThatIsTakenByMfaIsPassedOver() {
        assertThat(RecoveryTarget.of(WITHOUT_SETTING, with(BOTH), Set.of(DeliveryMediumType.SMS)))
                .isEqualTo(Destination.email("jane@example.com"));
        assertThat(RecoveryTarget.of(
                        WITHOUT_SETTING, with(BOTH), Set.of(DeliveryMediumType.SMS, DeliveryMediumType.EMAIL)))
                .isNull();
    }
}
