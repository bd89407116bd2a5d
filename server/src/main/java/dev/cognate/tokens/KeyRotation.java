package dev.cognate.tokens;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.RsaKey;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives a pool other keys to sign its tokens with. Servers that are running take them up within two seconds; what the
 * former keys signed stays good until it expires, and the key set shows them as long.
 */
public final class KeyRotation {
    /** The longest life of a token, and time for nodes that have not heard of it yet. */
    private static final Duration NEEDED = SignIn.LONGEST_ACCESS.plus(Duration.ofMinutes(10));

    private final Store store;
    private final KeyRing ring;
    private final SecureRandom random;
    private final InstantSource clock;

    /** A rotation on a store, beside servers that may be running. */
    public KeyRotation(Store store, KeyRing ring, SecureRandom random, InstantSource clock) {
        this.store = store;
        this.ring = ring;
        this.random = random;
        this.clock = clock;
    }

    /**
     * What changed.
     *
     * @param created the names of the keys that sign from now on
     * @param retired the names of those that did until now
     * @param knownUntil until when the retired keys are known
     */
    public record Rotated(List<String> created, List<String> retired, Instant knownUntil) {
        /** Copies the lists. */
        public Rotated {
            created = List.copyOf(created);
            retired = List.copyOf(retired);
        }
    }

    /**
     * Changes both keys of a pool.
     *
     * @return what changed; null when the pool has no keys yet, or does not exist
     */
    public @Nullable Rotated rotate(PoolId pool) {
        RsaKey id = RsaKey.fresh(random);
        RsaKey access = RsaKey.fresh(random);
        return store.<@Nullable Rotated>write(tx -> {
            Instant knownUntil = clock.instant().plus(NEEDED);
            List<String> retired = new ArrayList<>();
            retired.addAll(replace(tx, pool, TokenUse.ID, id, knownUntil));
            retired.addAll(replace(tx, pool, TokenUse.ACCESS, access, knownUntil));
            return retired.isEmpty() ? null : new Rotated(List.of(id.id(), access.id()), retired, knownUntil);
        });
    }

    private List<String> replace(Tx tx, PoolId pool, TokenUse use, RsaKey next, Instant knownUntil) {
        byte[] sealed = SigningKeysTable.find(tx, pool, use.claim());
        if (sealed == null) {
            return List.of();
        }
        RsaKey former = RsaKey.of(ring.open(sealed, SigningKeys.PURPOSE));
        RetiredKeysTable.insert(tx, pool, new RetiredKey(use, former.publicKey()), knownUntil);
        SigningKeysTable.replace(
                tx, pool, use.claim(), ring.seal(next.encoded(), SigningKeys.PURPOSE), clock.instant());
        return List.of(former.id());
    }
}
