package dev.cognate.tokens;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.RsaKey;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The keys with which pools sign SAML requests, made when first needed. They are no keys of tokens, and do not rotate. */
final class SamlKeys {
    private final Store store;
    private final Pools pools;
    private final KeyRing ring;
    private final Supplier<RsaKey> freshKeys;
    private final InstantSource clock;

    SamlKeys(Tokens.Collaborators with) {
        this.store = with.store();
        this.pools = with.pools();
        this.ring = with.keys();
        this.freshKeys = with.freshKeys();
        this.clock = with.clock();
    }

    /**
     * A key.
     *
     * @param created when it was made; its certificate begins then
     */
    record SamlKey(RsaKey key, Instant created) {
        /** The key's certificate, the same at each call. */
        byte[] certificate(PoolId pool) {
            return Certificate.of(key, "CN=" + pool, created);
        }
    }

    /**
     * The key of a pool, a new one when it has none.
     *
     * @throws dev.cognate.wire.fault.ResourceNotFoundException there is no such pool
     */
    SamlKey require(PoolId pool) {
        SamlKey stored = store.<@Nullable SamlKey>read(tx -> stored(tx, pool));
        return stored == null ? make(pool) : stored;
    }

    private SamlKey make(PoolId pool) {
        byte[] sealed = ring.seal(freshKeys.get().encoded(), SigningKeys.PURPOSE);
        return store.write(tx -> {
            pools.require(tx, pool);
            SigningKeysTable.insert(tx, pool, SigningKeysTable.SAML, sealed, clock.instant());
            return Objects.requireNonNull(stored(tx, pool));
        });
    }

    private @Nullable SamlKey stored(Tx tx, PoolId pool) {
        byte @Nullable [] sealed = SigningKeysTable.find(tx, pool, SigningKeysTable.SAML);
        Instant created = SigningKeysTable.created(tx, pool, SigningKeysTable.SAML);
        return sealed == null || created == null
                ? null
                : new SamlKey(RsaKey.of(ring.open(sealed, SigningKeys.PURPOSE)), created);
    }
}
