package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.ManagedLoginBrandingType;
import org.jspecify.annotations.Nullable;

/** The table {@code managed_login_brandings}. */
final class BrandingsTable {
    private BrandingsTable() {}

    /** Adds the branding of a client; false when it has one. */
    static boolean insert(Tx tx, PoolId pool, String client, ManagedLoginBrandingType branding) {
        return tx.update("""
                        INSERT INTO managed_login_brandings (pool_id, branding_id, client_id, config)
                        VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING""", pool.value(), branding.managedLoginBrandingId(), client, JsonOutput.text(branding)) == 1;
    }

    static void update(Tx tx, PoolId pool, ManagedLoginBrandingType branding) {
        tx.update(
                "UPDATE managed_login_brandings SET config = ? WHERE pool_id = ? AND branding_id = ?",
                JsonOutput.text(branding),
                pool.value(),
                branding.managedLoginBrandingId());
    }

    /** Removes a branding; false when there is none of that id. */
    static boolean delete(Tx tx, PoolId pool, String id) {
        return tx.update("DELETE FROM managed_login_brandings WHERE pool_id = ? AND branding_id = ?", pool.value(), id)
                == 1;
    }

    static void deleteOf(Tx tx, PoolId pool, String client) {
        tx.update("DELETE FROM managed_login_brandings WHERE pool_id = ? AND client_id = ?", pool.value(), client);
    }

    static @Nullable ManagedLoginBrandingType find(Tx tx, PoolId pool, String id) {
        return tx.first(
                "SELECT config FROM managed_login_brandings WHERE pool_id = ? AND branding_id = ?",
                BrandingsTable::read,
                pool.value(),
                id);
    }

    static @Nullable ManagedLoginBrandingType byClient(Tx tx, PoolId pool, String client) {
        return tx.first(
                "SELECT config FROM managed_login_brandings WHERE pool_id = ? AND client_id = ?",
                BrandingsTable::read,
                pool.value(),
                client);
    }

    private static ManagedLoginBrandingType read(Row row) {
        return JsonInput.decodeStored(row.string(1), ManagedLoginBrandingType::read);
    }
}
