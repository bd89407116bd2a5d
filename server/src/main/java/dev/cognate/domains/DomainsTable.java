package dev.cognate.domains;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.DomainDescriptionType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code domains}. */
final class DomainsTable {
    private DomainsTable() {}

    /** Takes a name; false when it is taken. */
    static boolean insert(Tx tx, DomainName name, Domain domain) {
        return tx.update(
                        "INSERT INTO domains (region, name, pool_id, config) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING",
                        name.region(),
                        name.text(),
                        domain.pool().value(),
                        JsonOutput.text(domain.description()))
                == 1;
    }

    static void update(Tx tx, DomainName name, Domain domain) {
        tx.update(
                "UPDATE domains SET config = ? WHERE region = ? AND name = ?",
                JsonOutput.text(domain.description()),
                name.region(),
                name.text());
    }

    static void delete(Tx tx, DomainName name) {
        tx.update("DELETE FROM domains WHERE region = ? AND name = ?", name.region(), name.text());
    }

    static @Nullable Domain find(Tx tx, DomainName name) {
        return tx.first(
                "SELECT pool_id, config FROM domains WHERE region = ? AND name = ?",
                DomainsTable::read,
                name.region(),
                name.text());
    }

    /** How many custom domains there are, at most the limit: that many entries of the key are read. */
    static long countCustom(Tx tx, int limit) {
        Long domains = tx.first(
                "SELECT COUNT(*) FROM (SELECT 1 FROM domains WHERE region = ? LIMIT ?) AS found",
                row -> row.number(1),
                DomainName.EVERYWHERE,
                limit);
        return domains == null ? 0 : domains;
    }

    /** The domains of a pool, at most a prefix and a custom one. */
    static List<Domain> of(Tx tx, PoolId pool) {
        return tx.list(
                "SELECT pool_id, config FROM domains WHERE pool_id = ? ORDER BY region, name",
                DomainsTable::read,
                pool.value());
    }

    private static Domain read(Row row) {
        return new Domain(
                new PoolId(row.string(1)), JsonInput.decodeStored(row.string(2), DomainDescriptionType::read));
    }
}
