package dev.cognate.passwords;

import dev.cognate.directory.User;
import dev.cognate.messaging.Destination;
import dev.cognate.pools.Pool;
import dev.cognate.wire.model.AccountRecoverySettingType;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.RecoveryOptionNameType;
import dev.cognate.wire.model.RecoveryOptionType;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the code of a user who forgot the password goes. Reference: lifecycle E4. */
final class RecoveryTarget {
    private RecoveryTarget() {}

    /** Whether only an administrator can help those who forgot their password. */
    static boolean isAdministrator(Pool pool) {
        return mechanisms(pool).contains(RecoveryOptionNameType.ADMIN_ONLY);
    }

    /** The attributes at which a user can get a code, the preferred one first. */
    static List<VerifiedAttributeType> candidates(Pool pool) {
        return mechanisms(pool).stream()
                .flatMap(each -> Stream.ofNullable(attribute(each)))
                .toList();
    }

    /**
     * The first of the candidates whose address the user has proved.
     *
     * @param takenByMfa the media at which the user gets codes of multi-factor authentication: who controls one of them
     *     must not hold both factors, so these are passed over
     * @return null when there is none
     */
    static @Nullable Destination of(Pool pool, User user, Set<DeliveryMediumType> takenByMfa) {
        for (RecoveryOptionNameType mechanism : mechanisms(pool)) {
            VerifiedAttributeType attribute = attribute(mechanism);
            Destination proved = attribute == null ? null : proved(user, attribute);
            if (proved != null && !takenByMfa.contains(proved.medium())) {
                return proved;
            }
        }
        return null;
    }

    private static @Nullable Destination proved(User user, VerifiedAttributeType attribute) {
        String address = user.attribute(attribute.wire());
        if (address == null || !"true".equals(user.attribute(attribute.wire() + "_verified"))) {
            return null;
        }
        return switch (attribute) {
            case EMAIL -> Destination.email(address);
            case PHONE_NUMBER -> Destination.phone(address);
        };
    }

    /** By priority. A pool from before the setting takes the phone number, then the e-mail address. */
    private static List<RecoveryOptionNameType> mechanisms(Pool pool) {
        AccountRecoverySettingType setting = pool.config().accountRecoverySetting();
        List<RecoveryOptionType> options = setting == null ? null : setting.recoveryMechanisms();
        if (options == null) {
            return List.of(RecoveryOptionNameType.VERIFIED_PHONE_NUMBER, RecoveryOptionNameType.VERIFIED_EMAIL);
        }
        return options.stream()
                .sorted(Comparator.comparing(RecoveryOptionType::priority))
                .map(RecoveryOptionType::name)
                .filter(Objects::nonNull)
                .toList();
    }

    private static @Nullable VerifiedAttributeType attribute(RecoveryOptionNameType mechanism) {
        return switch (mechanism) {
            case VERIFIED_EMAIL -> VerifiedAttributeType.EMAIL;
            case VERIFIED_PHONE_NUMBER -> VerifiedAttributeType.PHONE_NUMBER;
            case ADMIN_ONLY -> null;
        };
    }
}
