package dev.cognate.store;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SealBroken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The sealed values of a store by the keys that sealed them: what must be over before a key may leave the ring. Servers may
 * work on the store meanwhile.
 */
public final class SealedValues {
    /** One transaction for so many: a writer waits for it. A piece of an uploaded file has a quarter of a megabyte. */
    private static final int AT_ONCE = 64;

    private final Store store;
    private final KeyRing ring;

    /** The values of a store, and the keys that open them. */
    public SealedValues(Store store, KeyRing ring) {
        this.store = store;
        this.ring = ring;
    }

    /**
     * What one key has sealed in one column.
     *
     * @param keyId the key, which need not be in the ring
     * @param column the column, such as {@code users.verifier}
     * @param values how many
     */
    public record Held(String keyId, String column, long values) {}

    /**
     * What cannot be sealed anew. Sign-ins from before the newest key: their refresh tokens, which clients keep, may be sealed
     * with an older one. Devices whose group was not kept when they were confirmed: the key that made it tells it.
     *
     * @param signIns how many sign-ins
     * @param until when the last of them is over, null for none
     * @param devices how many devices
     */
    public record Outstanding(long signIns, @Nullable Instant until, long devices) {}

    /**
     * What came of sealing anew.
     *
     * @param values how many values were sealed anew
     * @param unreadable how many no key of the ring opens; they stay
     */
    public record Resealed(long values, long unreadable) {}

    /**
     * A value as it stands in a column.
     *
     * @param key the primary key of its row
     * @param sealed its bytes
     */
    record Value(List<Object> key, byte[] sealed) {}

    /** What each key has sealed; reads every row that has something sealed. */
    public List<Held> held() {
        List<Held> held = new ArrayList<>();
        for (SealedColumn column : SealedColumn.values()) {
            store.read(column::counts).forEach((keyId, values) -> held.add(new Held(keyId, column.shown(), values)));
        }
        return List.copyOf(held);
    }

    /**
     * What still needs another key than the newest, and is not counted by {@link #held}: all sign-ins where no server has
     * begun with that one yet.
     */
    public Outstanding outstanding() {
        return store.read(tx -> tx.list(
                        """
                        SELECT COUNT(*), MAX(expires_at), (SELECT COUNT(*) FROM devices WHERE group_key IS NULL)
                        FROM sign_ins WHERE signed_in_at <
                        COALESCE((SELECT created_at FROM seal_keys WHERE key_id = ?), 9223372036854775807)
                        """, row -> new Outstanding(row.number(1), row.nullableInstant(2), row.number(3)), ring.keyId())
                .getFirst());
    }

    /**
     * Seals with the newest key whatever another one has sealed. It may be stopped at any time, and begun again; what is
     * written meanwhile is left as it is written.
     *
     * @param progress is told how many values are done
     */
    public Resealed reseal(LongConsumer progress) {
        Resealed done = new Resealed(0, 0);
        for (SealedColumn column : SealedColumn.values()) {
            List<Object> after = column.beforeAll();
            List<Value> page = page(column, after);
            while (!page.isEmpty()) {
                done = reseal(column, page, done);
                progress.accept(done.values);
                after = page.getLast().key();
                page = page(column, after);
            }
        }
        return done;
    }

    private List<Value> page(SealedColumn column, List<Object> after) {
        byte[] newest = HexFormat.of().parseHex(ring.keyId());
        return store.read(tx -> column.page(tx, after, newest, AT_ONCE));
    }

    /** Opens and seals before the transaction, which then is short. */
    private Resealed reseal(SealedColumn column, List<Value> page, Resealed before) {
        List<Value> readable = new ArrayList<>();
        List<byte[]> anew = new ArrayList<>();
        for (Value value : page) {
            byte[] sealed = anew(column, value);
            if (sealed != null) {
                readable.add(value);
                anew.add(sealed);
            }
        }
        int replaced = store.write(tx -> {
            int rows = 0;
            for (int i = 0; i < readable.size(); i++) {
                rows += column.replace(tx, readable.get(i), anew.get(i));
            }
            return rows;
        });
        return new Resealed(before.values + replaced, before.unreadable + page.size() - readable.size());
    }

    private byte @Nullable [] anew(SealedColumn column, Value value) {
        try {
            return ring.seal(ring.open(value.sealed(), column.purpose()), column.purpose());
        } catch (SealBroken _) {
            return null;
        }
    }
}
