package dev.cognate.store;

import dev.cognate.crypto.KeyRing;
import java.time.InstantSource;
import java.util.List;

/**
 * The table {@code seal_keys}: the keys that have sealed something in this store, each with a proof, so that a wrong key
 * is noticed at the start and not at the first secret that does not open.
 */
public final class SealKeys {
    private final Store store;
    private final InstantSource clock;

    /** The keys of this store. */
    public SealKeys(Store store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Makes sure that the ring fits the data, and remembers the key that seals from now on: a server begins with it.
     *
     * @throws StoreUnavailable the data was sealed, and with none of the ring's keys
     */
    public void admit(KeyRing ring) {
        byte[] proof = ring.proof();
        store.write(tx -> {
            requireFit(tx, ring);
            return remember(tx, ring, proof);
        });
    }

    /**
     * The same for who only visits a store: a key that no server has begun with is remembered in a new store alone.
     *
     * @throws StoreUnavailable as {@link #admit}
     */
    public void admitVisitor(KeyRing ring) {
        byte[] proof = ring.proof();
        store.write(tx -> requireFit(tx, ring) ? remember(tx, ring, proof) : 0);
    }

    /** Whether a server has begun with the newest key of the ring. */
    public boolean isInUse(KeyRing ring) {
        return store.read(tx -> !tx.list("SELECT 1 FROM seal_keys WHERE key_id = ?", row -> row.number(1), ring.keyId())
                .isEmpty());
    }

    /** Refuses a ring that does not fit; whether there was nothing yet that it has to fit. */
    private static boolean requireFit(Tx tx, KeyRing ring) {
        List<byte[]> proofs = tx.list("SELECT proof FROM seal_keys", row -> row.bytes(1));
        if (!proofs.isEmpty() && proofs.stream().noneMatch(ring::proves)) {
            throw new StoreUnavailable("The data was sealed with another key than " + ring.keyId()
                    + ". Start with the key file, or the COGNATE_SEAL_KEY, that was used before:"
                    + " without it the secrets in the data cannot be read");
        }
        return proofs.isEmpty();
    }

    private int remember(Tx tx, KeyRing ring, byte[] proof) {
        return tx.update(
                "INSERT INTO seal_keys (key_id, proof, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
                ring.keyId(),
                proof,
                clock.instant());
    }
}
