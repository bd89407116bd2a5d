package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.Blob;
import org.jspecify.annotations.Nullable;

/** The table {@code ui_customizations}. */
final class UiCustomizationsTable {
    private UiCustomizationsTable() {}

    /** Adds a customization or replaces the one of the same client, whose date of creation stays. */
    static void put(Tx tx, UiCustomization customization) {
        Blob image = customization.image();
        tx.update(
                """
                INSERT INTO ui_customizations (pool_id, client_id, version, css, image, created_at, modified_at)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (pool_id, client_id) DO UPDATE SET version = excluded.version, css = excluded.css,
                    image = excluded.image, modified_at = excluded.modified_at""",
                customization.pool().value(),
                customization.client(),
                customization.version(),
                customization.css(),
                image == null ? null : image.bytes(),
                customization.created(),
                customization.modified());
    }

    static void delete(Tx tx, PoolId pool, String client) {
        tx.update("DELETE FROM ui_customizations WHERE pool_id = ? AND client_id = ?", pool.value(), client);
    }

    static @Nullable UiCustomization find(Tx tx, PoolId pool, String client) {
        return tx.first("""
                SELECT pool_id, client_id, version, css, image, created_at, modified_at FROM ui_customizations
                WHERE pool_id = ? AND client_id = ?""", UiCustomizationsTable::read, pool.value(), client);
    }

    private static UiCustomization read(Row row) {
        byte[] image = row.nullableBytes(5);
        return new UiCustomization(
                new PoolId(row.string(1)),
                row.string(2),
                row.string(3),
                row.nullableString(4),
                image == null ? null : Blob.of(image),
                row.instant(6),
                row.instant(7));
    }
}
