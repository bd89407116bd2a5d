package dev.cognate.tokens;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.RsaKey;
import dev.cognate.crypto.RsaProvider;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.fault.ResourceNotFoundException;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign the tokens of each pool, made when first needed. Of several nodes that make them at once the first
 * to store wins, and all use the winner's. A node's copy is as old as those of pools may be.
 */
final class SigningKeys {
    /** What seals private keys in the store. */
    static final String PURPOSE = "signing-key";

    private static final int MOST_COPIES = 10_000;

    private final Store store;
    private final Pools pools;
    private final KeyRing ring;
    private final Supplier<RsaKey> freshKeys;
    private final InstantSource clock;
    private final RsaProvider provider;
    private final Cache<PoolId, KeySet> copies;

    SigningKeys(Tokens.Collaborators with, RsaProvider provider) {
        this.store = with.store();
        this.pools = with.pools();
        this.ring = with.keys();
        this.freshKeys = with.freshKeys();
        this.clock = with.clock();
        this.provider = provider;
        this.copies = Caffeine.newBuilder()
                .expireAfterWrite(pools.settings().cache())
                .maximumSize(MOST_COPIES)
                .executor(Runnable::run)
                .build();
    }

    /**
     * The keys of a pool.
     *
     * @param id signs ID tokens
     * @param access signs access tokens
     * @param retired signed tokens that may still be good
     */
    record KeySet(RsaKey id, RsaKey access, List<RetiredKey> retired) {
        KeySet {
            retired = List.copyOf(retired);
        }

        RsaKey of(TokenUse use) {
            return switch (use) {
                case ID -> id;
                case ACCESS -> access;
            };
        }

        /** The public halves in the order in which the world sees them: those that sign first. */
        List<RSAPublicKey> shown() {
            return Stream.concat(
                            Stream.of(id.publicKey(), access.publicKey()),
                            retired.stream().map(RetiredKey::publicKey))
                    .toList();
        }

        /** The key of that name, when it signs or signed tokens of this use; null for none. */
        @Nullable RSAPublicKey verifying(TokenUse use, @Nullable String keyId) {
            if (of(use).id().equals(keyId)) {
                return of(use).publicKey();
            }
            for (RetiredKey each : retired) {
                if (each.use() == use && each.id().equals(keyId)) {
                    return each.publicKey();
                }
            }
            return null;
        }
    }

    /**
     * The keys of a pool, new ones when it has none.
     *
     * @throws ResourceNotFoundException there is no such pool
     */
    KeySet require(PoolId pool) {
        return copies.get(pool, this::loadOrMake);
    }

    /**
     * The key that is to verify a token, null when the pool has none of that name. A name that the copy does not know
     * may be new: another node may have changed the keys a moment ago.
     */
    @Nullable RSAPublicKey verifying(PoolId pool, TokenUse use, @Nullable String keyId) {
        KeySet copy = copies.getIfPresent(pool);
        RSAPublicKey known = copy == null ? null : copy.verifying(use, keyId);
        if (known != null) {
            return known;
        }
        KeySet stored = store.<@Nullable KeySet>read(tx -> stored(tx, pool));
        if (stored == null) {
            return null;
        }
        copies.put(pool, stored);
        return stored.verifying(use, keyId);
    }

    /** What checks the signature of a token by the key of that name; null when the pool has none such. */
    @Nullable JWSVerifier verifier(PoolId pool, TokenUse use, @Nullable String keyId) {
        RSAPublicKey key = verifying(pool, use, keyId);
        if (key == null) {
            return null;
        }
        RSASSAVerifier verifier = new RSASSAVerifier(key);
        verifier.getJCAContext().setProvider(provider.provider());
        return verifier;
    }

    private KeySet loadOrMake(PoolId pool) {
        KeySet stored = store.<@Nullable KeySet>read(tx -> stored(tx, pool));
        return stored == null ? make(pool) : stored;
    }

    /** Finding primes takes long, so it is done before the transaction, and perhaps in vain. */
    private KeySet make(PoolId pool) {
        pools.require(pool);
        byte[] id = ring.seal(freshKeys.get().encoded(), PURPOSE);
        byte[] access = ring.seal(freshKeys.get().encoded(), PURPOSE);
        return store.write(tx -> {
            pools.require(tx, pool);
            SigningKeysTable.insert(tx, pool, TokenUse.ID.claim(), id, clock.instant());
            SigningKeysTable.insert(tx, pool, TokenUse.ACCESS.claim(), access, clock.instant());
            return Objects.requireNonNull(stored(tx, pool));
        });
    }

    private @Nullable KeySet stored(Tx tx, PoolId pool) {
        byte @Nullable [] id = SigningKeysTable.find(tx, pool, TokenUse.ID.claim());
        byte @Nullable [] access = SigningKeysTable.find(tx, pool, TokenUse.ACCESS.claim());
        return id == null || access == null
                ? null
                : new KeySet(opened(id), opened(access), RetiredKeysTable.list(tx, pool, clock.instant()));
    }

    private RsaKey opened(byte[] sealed) {
        return RsaKey.of(ring.open(sealed, PURPOSE), provider);
    }
}
