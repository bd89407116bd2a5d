package dev.cognate.messaging;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.DeliveryMediumType;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The SQL of what keeps pools from sending: the last failure by each medium, until a message goes through. */
final class DeliveryFailuresTable {
    private DeliveryFailuresTable() {}

    /**
     * A failure.
     *
     * @param at when it was last seen
     */
    record Failure(Trouble trouble, String error, Instant at) {}

    /** Notes a failure, without the address that it was seen with: administrators of the pool read it. */
    static void put(Tx tx, Message message, Trouble trouble, String error, Instant now) {
        tx.update(
                """
                INSERT INTO delivery_failures (pool_id, medium, trouble, error, failed_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (pool_id, medium) DO UPDATE
                SET trouble = excluded.trouble, error = excluded.error, failed_at = excluded.failed_at
                """,
                message.pool().value(),
                message.medium().wire(),
                trouble.name(),
                error.replace(message.destination(), "***"),
                now);
    }

    static @Nullable Failure find(Tx tx, PoolId pool, DeliveryMediumType medium) {
        return tx.first(
                "SELECT trouble, error, failed_at FROM delivery_failures WHERE pool_id = ? AND medium = ?",
                DeliveryFailuresTable::failure,
                pool.value(),
                medium.wire());
    }

    /** Forgets a failure that is over. */
    static void delete(Tx tx, PoolId pool, DeliveryMediumType medium) {
        tx.update("DELETE FROM delivery_failures WHERE pool_id = ? AND medium = ?", pool.value(), medium.wire());
    }

    private static Failure failure(Row row) {
        return new Failure(Trouble.valueOf(row.string(1)), row.string(2), row.instant(3));
    }
}
