package dev.cognate.messaging;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.wire.Fault;
import dev.cognate.wire.model.DeliveryMediumType;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What keeps pools from sending, as the last attempt told. A failure is forgotten when a message goes through. Reference:
 * lifecycle A4, D5. Safe for use by many threads.
 */
public final class DeliveryFailures {
    /** For how long a failure is taken for granted: after that a request finds out whether it has been mended. */
    private static final Duration KNOWN_FOR = Duration.ofSeconds(30);

    private final Store store;

    /** The failures of a store. */
    public DeliveryFailures(Store store) {
        this.store = store;
    }

    /** Why the pool's messages by that medium do not get through, as DescribeUserPool shows it; null when they do. */
    public @Nullable String shown(PoolId pool, DeliveryMediumType medium) {
        DeliveryFailuresTable.Failure failure = find(pool, medium);
        return failure == null ? null : failure.trouble().shown(medium, failure.error());
    }

    /**
     * Refuses what is known to fail.
     *
     * @throws Fault the role that sends was refused a moment ago
     */
    void check(PoolId pool, DeliveryMediumType medium, Instant now) {
        DeliveryFailuresTable.Failure failure = find(pool, medium);
        if (failure == null || failure.at().plus(KNOWN_FOR).isBefore(now)) {
            return;
        }
        Fault fault = failure.trouble().fault(medium);
        if (fault != null) {
            throw fault;
        }
    }

    private DeliveryFailuresTable.@Nullable Failure find(PoolId pool, DeliveryMediumType medium) {
        return store.read(tx -> DeliveryFailuresTable.find(tx, pool, medium));
    }
}
