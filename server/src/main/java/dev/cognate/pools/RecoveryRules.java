package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AccountRecoverySettingType;
import dev.cognate.wire.model.RecoveryOptionNameType;
import dev.cognate.wire.model.RecoveryOptionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a user who forgot the password is reached. Reference: oauth-config B2. */
final class RecoveryRules {
    private RecoveryRules() {}

    static void check(@Nullable AccountRecoverySettingType setting) {
        List<RecoveryOptionType> options = setting == null ? null : setting.recoveryMechanisms();
        if (options == null) {
            return;
        }
        long priorities =
                options.stream().map(RecoveryOptionType::priority).distinct().count();
        long names = options.stream().map(RecoveryOptionType::name).distinct().count();
        if (priorities < options.size() || names < options.size()) {
            throw new InvalidParameterException(Texts.RECOVERY_DUPLICATES);
        }
        if (options.size() > 1
                && options.stream().anyMatch(option -> option.name() == RecoveryOptionNameType.ADMIN_ONLY)) {
            throw new InvalidParameterException(Texts.RECOVERY_ADMIN_ONLY);
        }
    }
}
