package dev.cognate.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.RsaKey;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.ResourceNotFoundException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign the tokens of each pool, made when first needed. Of several nodes that make them at once the first
 * to store wins, and all use the winner's. A node's copy is as old as those of pools may be.
 */
final class SigningKeys {
    private static final String PURPOSE = "signing-key";
    private static final int MOST_COPIES = 10_000;

    private final Store store;
    private final Pools pools;
    private final KeyRing ring;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Cache<PoolId, Pair> copies;

    SigningKeys(Store store, Pools pools, KeyRing ring, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.pools = pools;
        this.ring = ring;
        this.random = random;
        this.clock = clock;
        this.copies = Caffeine.newBuilder()
                .expireAfterWrite(pools.settings().cache())
                .maximumSize(MOST_COPIES)
                .executor(Runnable::run)
                .build();
    }

    /** The keys of a pool, in the order of its key set. */
    record Pair(RsaKey id, RsaKey access) {
        RsaKey of(TokenUse use) {
            return switch (use) {
                case ID -> id;
                case ACCESS -> access;
            };
        }

        List<RsaKey> all() {
            return List.of(id, access);
        }
    }

    /**
     * The keys of a pool, new ones when it has none.
     *
     * @throws ResourceNotFoundException there is no such pool
     */
    Pair require(PoolId pool) {
        return copies.get(pool, this::loadOrMake);
    }

    /** The keys of a pool, null when it has none yet, or does not exist. */
    @Nullable Pair find(PoolId pool) {
        Pair copy = copies.getIfPresent(pool);
        if (copy != null) {
            return copy;
        }
        Pair stored = store.<@Nullable Pair>read(tx -> stored(tx, pool));
        if (stored != null) {
            copies.put(pool, stored);
        }
        return stored;
    }

    private Pair loadOrMake(PoolId pool) {
        Pair stored = store.<@Nullable Pair>read(tx -> stored(tx, pool));
        return stored == null ? make(pool) : stored;
    }

    /** Finding primes takes long, so it is done before the transaction, and perhaps in vain. */
    private Pair make(PoolId pool) {
        pools.require(pool);
        byte[] id = ring.seal(RsaKey.fresh(random).encoded(), PURPOSE);
        byte[] access = ring.seal(RsaKey.fresh(random).encoded(), PURPOSE);
        return store.write(tx -> {
            pools.require(tx, pool);
            SigningKeysTable.insert(tx, pool, TokenUse.ID, id, clock.instant());
            SigningKeysTable.insert(tx, pool, TokenUse.ACCESS, access, clock.instant());
            return Objects.requireNonNull(stored(tx, pool));
        });
    }

    private @Nullable Pair stored(Tx tx, PoolId pool) {
        byte @Nullable [] id = SigningKeysTable.find(tx, pool, TokenUse.ID);
        byte @Nullable [] access = SigningKeysTable.find(tx, pool, TokenUse.ACCESS);
        return id == null || access == null ? null : new Pair(opened(id), opened(access));
    }

    private RsaKey opened(byte[] sealed) {
        return RsaKey.of(ring.open(sealed, PURPOSE));
    }
}
