package dev.cognate.resourceservers;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.ResourceServerType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code resource_servers}. */
final class ResourceServersTable {
    private ResourceServersTable() {}

    /** Adds a resource server; false when the pool has one of that identifier. */
    static boolean insert(Tx tx, PoolId pool, ResourceServerType server) {
        return tx.update("""
                        INSERT INTO resource_servers (pool_id, identifier, config) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""", pool.value(), server.identifier(), JsonOutput.text(server)) == 1;
    }

    /** Replaces a resource server; false when there is none of that identifier. */
    static boolean update(Tx tx, PoolId pool, ResourceServerType server) {
        return tx.update(
                        "UPDATE resource_servers SET config = ? WHERE pool_id = ? AND identifier = ?",
                        JsonOutput.text(server),
                        pool.value(),
                        server.identifier())
                == 1;
    }

    /** Removes a resource server; false when there is none of that identifier. */
    static boolean delete(Tx tx, PoolId pool, String identifier) {
        return tx.update("DELETE FROM resource_servers WHERE pool_id = ? AND identifier = ?", pool.value(), identifier)
                == 1;
    }

    static @Nullable ResourceServerType find(Tx tx, PoolId pool, String identifier) {
        return tx.first(
                "SELECT config FROM resource_servers WHERE pool_id = ? AND identifier = ?",
                ResourceServersTable::read,
                pool.value(),
                identifier);
    }

    /** The first resource servers behind an identifier, by identifier. */
    static List<ResourceServerType> page(Tx tx, PoolId pool, String after, int most) {
        return tx.list("""
                SELECT config FROM resource_servers WHERE pool_id = ? AND identifier > ?
                ORDER BY identifier LIMIT ?""", ResourceServersTable::read, pool.value(), after, most);
    }

    /** How many resource servers a pool has, at most the limit: that many entries of the key are read. */
    static long count(Tx tx, PoolId pool, int limit) {
        return tx.list(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM resource_servers WHERE pool_id = ? LIMIT ?) AS found",
                        row -> row.number(1),
                        pool.value(),
                        limit)
                .getFirst();
    }

    private static ResourceServerType read(Row row) {
        return JsonInput.decodeStored(row.string(1), ResourceServerType::read);
    }
}
