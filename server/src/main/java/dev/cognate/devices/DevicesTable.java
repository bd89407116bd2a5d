package dev.cognate.devices;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code devices}. */
final class DevicesTable {
    private static final String SELECT = """
            SELECT pool_id, sub, device_key, group_key, name, remembered, verifier, last_ip, created_at,
                modified_at, authenticated_at
            FROM devices
            """;

    private DevicesTable() {}

    /** Adds a device; false when the user confirmed it before. */
    static boolean insert(Tx tx, Device device) {
        return tx.update(
                        """
                        INSERT INTO devices (pool_id, sub, device_key, group_key, name, remembered, verifier, last_ip,
                            created_at, modified_at, authenticated_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        device.pool().value(),
                        device.sub().value(),
                        device.key(),
                        device.group(),
                        device.name(),
                        device.remembered(),
                        device.verifier(),
                        device.lastAddress(),
                        device.created(),
                        device.modified(),
                        device.authenticated())
                > 0;
    }

    static @Nullable Device find(Tx tx, PoolId pool, Sub sub, String key) {
        return tx.first(
                SELECT + "WHERE pool_id = ? AND sub = ? AND device_key = ?",
                DevicesTable::read,
                pool.value(),
                sub.value(),
                key);
    }

    /** The devices of a user behind a key, by key. */
    static List<Device> page(Tx tx, PoolId pool, Sub sub, String after, int most) {
        return tx.list(
                SELECT + "WHERE pool_id = ? AND sub = ? AND device_key > ? ORDER BY device_key LIMIT ?",
                DevicesTable::read,
                pool.value(),
                sub.value(),
                after,
                most);
    }

    /** Remembers a device or not; false when there is none. */
    static boolean remember(Tx tx, PoolId pool, Sub sub, String key, boolean remembered, Instant now) {
        return tx.update("""
                        UPDATE devices SET remembered = ?, modified_at = ?
                        WHERE pool_id = ? AND sub = ? AND device_key = ?""", remembered, now, pool.value(), sub.value(), key) > 0;
    }

    /** Notes that a sign-in named a device; false when there is none. */
    static boolean authenticated(Tx tx, PoolId pool, Sub sub, String key, String address, Instant now) {
        return tx.update("""
                        UPDATE devices SET authenticated_at = ?, last_ip = ?
                        WHERE pool_id = ? AND sub = ? AND device_key = ?""", now, address, pool.value(), sub.value(), key) > 0;
    }

    static boolean delete(Tx tx, PoolId pool, Sub sub, String key) {
        return tx.update(
                        "DELETE FROM devices WHERE pool_id = ? AND sub = ? AND device_key = ?",
                        pool.value(),
                        sub.value(),
                        key)
                > 0;
    }

    static void deleteAll(Tx tx, PoolId pool, Sub sub) {
        tx.update("DELETE FROM devices WHERE pool_id = ? AND sub = ?", pool.value(), sub.value());
    }

    private static Device read(Row row) {
        return new Device(
                new PoolId(row.string(1)),
                new Sub(row.string(2)),
                row.string(3),
                row.nullableString(4),
                row.nullableString(5),
                row.bool(6),
                row.bytes(7),
                row.string(8),
                row.instant(9),
                row.instant(10),
                row.instant(11));
    }
}
