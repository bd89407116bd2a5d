package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Row;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.model.TermsType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The table {@code terms}. */
final class TermsTable {
    private TermsTable() {}

    /** Adds terms; false when the client has some of that name. */
    static boolean insert(Tx tx, PoolId pool, TermsType terms) {
        return tx.update(
                        """
                        INSERT INTO terms (pool_id, terms_id, client_id, name, config) VALUES (?, ?, ?, ?, ?)
                        ON CONFLICT DO NOTHING""", pool.value(), terms.termsId(), terms.clientId(), terms.termsName(), JsonOutput.text(terms))
                == 1;
    }

    static void update(Tx tx, PoolId pool, TermsType terms) {
        tx.update(
                "UPDATE terms SET name = ?, config = ? WHERE pool_id = ? AND terms_id = ?",
                terms.termsName(),
                JsonOutput.text(terms),
                pool.value(),
                terms.termsId());
    }

    /** Removes terms; false when there are none of that id. */
    static boolean delete(Tx tx, PoolId pool, String id) {
        return tx.update("DELETE FROM terms WHERE pool_id = ? AND terms_id = ?", pool.value(), id) == 1;
    }

    static void deleteOf(Tx tx, PoolId pool, String client) {
        tx.update("DELETE FROM terms WHERE pool_id = ? AND client_id = ?", pool.value(), client);
    }

    static @Nullable TermsType find(Tx tx, PoolId pool, String id) {
        return tx.first(
                "SELECT config FROM terms WHERE pool_id = ? AND terms_id = ?", TermsTable::read, pool.value(), id);
    }

    static @Nullable TermsType byName(Tx tx, PoolId pool, String client, String name) {
        return tx.first(
                "SELECT config FROM terms WHERE pool_id = ? AND client_id = ? AND name = ?",
                TermsTable::read,
                pool.value(),
                client,
                name);
    }

    /** The terms of a client, by name. */
    static List<TermsType> ofClient(Tx tx, PoolId pool, String client) {
        return tx.list(
                "SELECT config FROM terms WHERE pool_id = ? AND client_id = ? ORDER BY name",
                TermsTable::read,
                pool.value(),
                client);
    }

    /** The first terms behind an id, by id. */
    static List<TermsType> page(Tx tx, PoolId pool, String after, int most) {
        return tx.list(
                "SELECT config FROM terms WHERE pool_id = ? AND terms_id > ? ORDER BY terms_id LIMIT ?",
                TermsTable::read,
                pool.value(),
                after,
                most);
    }

    private static TermsType read(Row row) {
        return JsonInput.decodeStored(row.string(1), TermsType::read);
    }
}
