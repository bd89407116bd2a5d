package dev.cognate.pools;

import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.AcrLevelConfigType;
import dev.cognate.wire.model.EncryptionKeyType;
import dev.cognate.wire.model.KeyConfigurationType;
import dev.cognate.wire.model.UserPoolType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What shows in tokens: keys and authentication levels. Reference: newer ("New members"). */
final class TokenRules {
    private static final Set<String> LEVELS = Set.of("Level1", "Level2", "Level3", "Level4");

    private TokenRules() {}

    static void check(UserPoolType asked) {
        KeyConfigurationType key = asked.keyConfiguration();
        if (key != null && key.keyType() == EncryptionKeyType.CUSTOMER_MANAGED_KEY && key.kmsKeyArn() == null) {
            throw new InvalidParameterException(Texts.KEY_ARN_MISSING);
        }
        checkLevels(asked.acrConfiguration());
    }

    private static void checkLevels(@Nullable Map<String, AcrLevelConfigType> levels) {
        if (levels == null) {
            return;
        }
        if (!LEVELS.containsAll(levels.keySet())) {
            throw new InvalidParameterException(Texts.ACR_LEVELS);
        }
        if (levels.values().stream().distinct().count() < levels.size()) {
            throw new InvalidParameterException(Texts.ACR_DUPLICATES);
        }
    }
}
