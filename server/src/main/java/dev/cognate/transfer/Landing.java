package dev.cognate.transfer;

import dev.cognate.directory.Arrivals;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Tx;
import dev.cognate.wire.JsonInput;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Puts the rows of a pool into the store, within one transaction: all of them or none. */
final class Landing {
    private static final int ATTRIBUTES =
            Kept.USERS.columns().stream().map(Column::name).toList().indexOf("attributes");

    private final Tx tx;
    private final PoolId pool;
    private final LongConsumer progress;
    private long rows;

    /**
     * A landing in a transaction.
     *
     * @param progress is told now and then how many rows are there
     */
    Landing(Tx tx, PoolId pool, LongConsumer progress) {
        this.tx = tx;
        this.pool = pool;
        this.progress = progress;
    }

    /**
     * Puts the rows in, and returns how many there were. What belongs to the pool so far is removed first.
     *
     * @throws TransferRefused the pool exists and is not to be replaced; another pool has one of its clients or domains
     */
    long put(Iterator<PoolRow> source, boolean replace) {
        if (!replace && RowsTable.poolExists(tx, pool)) {
            throw new TransferRefused(Texts.exists(pool));
        }
        RowsTable.delete(tx, pool);
        List<@Nullable Object[]> batch = new ArrayList<>();
        Kept kept = Kept.POOLS;
        while (source.hasNext()) {
            PoolRow row = source.next();
            if (row.kept() != kept || batch.size() == kept.page()) {
                put(kept, batch);
                batch.clear();
                kept = row.kept();
            }
            batch.add(row.values());
        }
        put(kept, batch);
        return rows;
    }

    private void put(Kept kept, List<@Nullable Object[]> batch) {
        if (batch.isEmpty()) {
            return;
        }
        if (kept == Kept.CLIENTS) {
            batch.forEach(row -> reserve(kept.keys(row).getFirst()));
        } else if (kept == Kept.DOMAINS) {
            batch.forEach(row -> requireFree(kept.keys(row)));
        }
        RowsTable.insert(tx, kept, pool, batch);
        if (kept == Kept.USERS) {
            Arrivals.list(tx, pool, attributes(batch));
        }
        rows += batch.size();
        progress.accept(rows);
    }

    private void reserve(String client) {
        String holder = RowsTable.reserve(tx, pool, client);
        if (holder != null) {
            throw new TransferRefused(Texts.clientTaken(client, holder));
        }
    }

    private void requireFree(List<String> domain) {
        String holder = RowsTable.poolOfDomain(tx, domain.getFirst(), domain.getLast());
        if (holder != null) {
            throw new TransferRefused(Texts.domainTaken(domain.getLast(), holder));
        }
    }

    private static Map<Sub, Map<String, String>> attributes(List<@Nullable Object[]> users) {
        Map<Sub, Map<String, String>> attributes = new LinkedHashMap<>();
        for (@Nullable Object[] user : users) {
            String json = (String) Objects.requireNonNull(user[ATTRIBUTES]);
            attributes.put(new Sub(Kept.USERS.keys(user).getFirst()), strings(json));
        }
        return attributes;
    }

    /**
     * A document whose members are texts.
     *
     * @throws IllegalArgumentException it is none
     */
    static Map<String, String> strings(String json) {
        return JsonInput.decodeStored(json, (in, _, _) -> strings(in));
    }

    private static Map<String, String> strings(JsonInput in) {
        Map<String, String> strings = new LinkedHashMap<>();
        for (String name = in.nextMember(); name != null; name = in.nextMember()) {
            String value = in.string();
            if (value != null) {
                strings.put(name, value);
            }
        }
        return strings;
    }
}
