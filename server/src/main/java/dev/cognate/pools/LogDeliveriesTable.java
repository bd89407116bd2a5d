package dev.cognate.pools;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.LogConfigurationType;
import java.util.List;

/** The table {@code log_deliveries}. */
final class LogDeliveriesTable {
    private LogDeliveriesTable() {}

    /** Replaces all configurations of a pool; each is for another source. */
    static void replace(Tx tx, PoolId pool, List<LogConfigurationType> configurations) {
        tx.update("DELETE FROM log_deliveries WHERE pool_id = ?", pool.value());
        for (LogConfigurationType each : configurations) {
            tx.update(
                    "INSERT INTO log_deliveries (pool_id, event_source, config) VALUES (?, ?, ?)",
                    pool.value(),
                    each.eventSource().wire(),
                    JsonOutput.text(each));
        }
    }

    /** The configurations of a pool, by source; none for a pool that was never told. */
    static List<LogConfigurationType> all(Tx tx, PoolId pool) {
        return tx.list(
                "SELECT config FROM log_deliveries WHERE pool_id = ? ORDER BY event_source DESC",
                row -> JsonInput.decodeStored(row.string(1), LogConfigurationType::read),
                pool.value());
    }
}
