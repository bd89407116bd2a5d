package dev.cognate.triggers;

import dev.cognate.wire.JsonInput;
import dev.cognate.wire.Path;
import dev.cognate.wire.Violations;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the UserMigration function knows of a user. Reference: lifecycle I9.
 *
 * @param userAttributes the user's attributes; empty when the function does not know the user either
 * @param finalUserStatus {@code CONFIRMED} or {@code RESET_REQUIRED}; null for the second
 * @param messageAction {@code SUPPRESS} for no invitation, otherwise null
 * @param desiredDeliveryMediums how an invitation is sent: {@code EMAIL}, {@code SMS}
 * @param forceAliasCreation whether verified addresses move here from other users
 * @param enableSmsMfa whether sign-in asks for a code by SMS from now on
 */
public record UserMigrationAnswer(
        Map<String, String> userAttributes,
        @Nullable String finalUserStatus,
        @Nullable String messageAction,
        List<String> desiredDeliveryMediums,
        boolean forceAliasCreation,
        boolean enableSmsMfa) {

    /** The answer of a function that does not know the user. */
    public static final UserMigrationAnswer NOTHING =
            new UserMigrationAnswer(Map.of(), null, null, List.of(), false, false);

    /** Copies the collections. */
    public UserMigrationAnswer {
        userAttributes = Collections.unmodifiableMap(new LinkedHashMap<>(userAttributes));
        desiredDeliveryMediums = List.copyOf(desiredDeliveryMediums);
    }

    static UserMigrationAnswer read(JsonInput in, Path at, Violations violations) {
        Map<String, String> attributes = null;
        String status = null;
        String action = null;
        List<@Nullable String> mediums = null;
        Boolean force = null;
        Boolean sms = null;
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            switch (name) {
                case "userAttributes" -> attributes = in.stringMap();
                case "finalUserStatus" -> status = in.string();
                case "messageAction" -> action = in.string();
                case "desiredDeliveryMediums" -> mediums = in.strings();
                case "forceAliasCreation" -> force = in.bool();
                case "enableSMSMFA" -> sms = in.bool();
                default -> in.skip();
            }
        }
        return new UserMigrationAnswer(
                attributes == null ? Map.of() : attributes,
                status,
                action,
                mediums == null
                        ? List.of()
                        : mediums.stream().filter(Objects::nonNull).toList(),
                Boolean.TRUE.equals(force),
                Boolean.TRUE.equals(sms));
    }

    /** Leaves the attributes out. */
    @Override
    public String toString() {
        return "UserMigrationAnswer[" + finalUserStatus + " ***]";
    }
}
