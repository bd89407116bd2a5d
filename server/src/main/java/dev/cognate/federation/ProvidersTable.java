package dev.cognate.federation;

import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.IdentityProviderType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tables {@code identity_providers} and {@code identity_provider_identifiers}. */
final class ProvidersTable {
    private static final String PURPOSE = "identity-provider";
    private static final String COLUMNS = "p.pool_id, p.config, p.sealed, p.metadata, p.metadata_at";

    private final KeyRing keys;

    ProvidersTable(KeyRing keys) {
        this.keys = keys;
    }

    /** Adds a provider without its identifiers; false when the pool has one of that name. */
    boolean insert(Tx tx, Provider provider) {
        return tx.update(
                        """
                        INSERT INTO identity_providers (pool_id, name, config, sealed, metadata, metadata_at)
                        VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""",
                        provider.pool().value(),
                        provider.name(),
                        JsonOutput.text(provider.config()),
                        sealed(provider.details()),
                        provider.details().metadata(),
                        provider.details().fetched())
                == 1;
    }

    /** Replaces a provider that exists, without its identifiers. */
    void update(Tx tx, Provider provider) {
        tx.update(
                """
                UPDATE identity_providers SET config = ?, sealed = ?, metadata = ?, metadata_at = ?
                WHERE pool_id = ? AND name = ?""",
                JsonOutput.text(provider.config()),
                sealed(provider.details()),
                provider.details().metadata(),
                provider.details().fetched(),
                provider.pool().value(),
                provider.name());
    }

    /** Removes a provider and its identifiers; false when there is none of that name. */
    static boolean delete(Tx tx, PoolId pool, String name) {
        deleteIdentifiers(tx, pool, name);
        return tx.update("DELETE FROM identity_providers WHERE pool_id = ? AND name = ?", pool.value(), name) == 1;
    }

    /** Takes an identifier for a provider; false when one of the pool has it. */
    static boolean insertIdentifier(Tx tx, Provider provider, String identifier) {
        return tx.update("""
                        INSERT INTO identity_provider_identifiers (pool_id, identifier, name) VALUES (?, ?, ?)
                        ON CONFLICT DO NOTHING""", provider.pool().value(), identifier, provider.name()) == 1;
    }

    static void deleteIdentifiers(Tx tx, PoolId pool, String name) {
        tx.update("DELETE FROM identity_provider_identifiers WHERE pool_id = ? AND name = ?", pool.value(), name);
    }

    @Nullable Provider find(Tx tx, PoolId pool, String name) {
        return tx.first(
                "SELECT " + COLUMNS + " FROM identity_providers p WHERE p.pool_id = ? AND p.name = ?",
                this::read,
                pool.value(),
                name);
    }

    @Nullable Provider byIdentifier(Tx tx, PoolId pool, String identifier) {
        return tx.first("SELECT " + COLUMNS + """
                 FROM identity_provider_identifiers i
                JOIN identity_providers p ON p.pool_id = i.pool_id AND p.name = i.name
                WHERE i.pool_id = ? AND i.identifier = ?""", this::read, pool.value(), identifier);
    }

    static boolean exists(Tx tx, PoolId pool, String name) {
        return tx.first(
                        "SELECT 1 FROM identity_providers WHERE pool_id = ? AND name = ?",
                        row -> row.number(1),
                        pool.value(),
                        name)
                != null;
    }

    /** The configurations of the first providers behind a name, by name. */
    static List<IdentityProviderType> page(Tx tx, PoolId pool, String after, int most) {
        return tx.list(
                "SELECT config FROM identity_providers WHERE pool_id = ? AND name > ? ORDER BY name LIMIT ?",
                row -> config(row.string(1)),
                pool.value(),
                after,
                most);
    }

    /** How many identity providers a pool has, at most the limit: that many entries of the key are read. */
    static long count(Tx tx, PoolId pool, int limit) {
        return tx.list(
                        "SELECT COUNT(*) FROM (SELECT 1 FROM identity_providers WHERE pool_id = ? LIMIT ?) AS found",
                        row -> row.number(1),
                        pool.value(),
                        limit)
                .getFirst();
    }

    private Provider read(Row row) {
        String opened = new String(keys.open(row.bytes(3), PURPOSE), StandardCharsets.UTF_8);
        Map<String, String> values = config(opened).providerDetails();
        return new Provider(
                new PoolId(row.string(1)),
                config(row.string(2)),
                new Details(values == null ? Map.of() : values, row.nullableString(4), row.nullableInstant(5)));
    }

    private byte[] sealed(Details details) {
        IdentityProviderType carrier =
                IdentityProviderType.builder().providerDetails(details.values()).build();
        return keys.seal(JsonOutput.text(carrier).getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    private static IdentityProviderType config(String json) {
        return JsonInput.decodeStored(json, IdentityProviderType::read);
    }
}
