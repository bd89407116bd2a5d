package dev.cognate.messaging;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.triggers.CustomSending;
import dev.cognate.triggers.Origin;
import dev.cognate.wire.model.DeliveryMediumType;
import dev.cognate.wire.model.UserPoolType;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whom a message is for, and under which pool's rules.
 *
 * @param pool the pool
 * @param config its configuration
 * @param client the client of the request, null for an administrator's request
 * @param username the real username
 * @param attributes all attributes as a trigger sees them, with {@code sub} and {@code cognito:user_status}; copied
 * @param clientMetadata the request's own for the CustomMessage trigger, null when it has none; kept only where a custom
 *     sender gets it
 * @param userAgent the request's own for the triggers, null when it has none
 */
public record Recipient(
        PoolId pool,
        UserPoolType config,
        @Nullable ClientId client,
        String username,
        Map<String, String> attributes,
        @Nullable Map<String, String> clientMetadata,
        @Nullable String userAgent) {

    /** Copies the attributes and keeps their order. */
    public Recipient {
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    Origin origin() {
        return new Origin(pool, username, client, userAgent);
    }

    /** What turns messages of a medium over to the pool's own function, null when they are sent in the usual way. */
    @Nullable CustomSending sending(DeliveryMediumType medium) {
        return CustomSending.of(config.lambdaConfig(), medium, attributes, clientMetadata, userAgent);
    }

    /** Leaves the attributes out. */
    @Override
    public String toString() {
        return "Recipient[" + pool + "]";
    }
}
