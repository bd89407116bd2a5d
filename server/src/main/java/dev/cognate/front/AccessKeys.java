package dev.cognate.front;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.store.Store;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The access keys that may sign requests, kept in the store with their secrets sealed. What {@link #find} has seen it
 * believes for 2 seconds: for so long a key that is deleted on another node still works on this one.
 */
public final class AccessKeys {
    private static final String PURPOSE = "access-key";
    private static final Duration BELIEVED = Duration.ofSeconds(2);
    private static final int MAX_CACHED = 10_000;

    private final Store store;
    private final KeyRing keyRing;
    private final Randomness randomness;
    private final InstantSource clock;

    /** Unknown keys are remembered too, so that asking for them is no way to keep the database busy. */
    private final Cache<String, Optional<SecretAccessKey>> seen;

    /** Keys in this store. */
    public AccessKeys(Store store, KeyRing keyRing, Randomness randomness, InstantSource clock) {
        this.store = store;
        this.keyRing = keyRing;
        this.randomness = randomness;
        this.clock = clock;
        this.seen = Caffeine.newBuilder()
                .expireAfterWrite(BELIEVED)
                .maximumSize(MAX_CACHED)
                .ticker(() -> ChronoUnit.NANOS.between(Instant.EPOCH, clock.instant()))
                .executor(Runnable::run)
                .build();
    }

    /** Makes a key; its secret is in the answer and nowhere else in the clear. */
    public AccessKey.Created create(String description) {
        AccessKey key = new AccessKey(
                randomness.accessKeyId(), description, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        SecretAccessKey secret = new SecretAccessKey(randomness.secretAccessKey());
        byte[] sealed = keyRing.seal(secret.value().getBytes(StandardCharsets.US_ASCII), PURPOSE);
        store.write(tx -> {
            AccessKeysTable.insert(tx, key, sealed);
            return key;
        });
        seen.invalidate(key.id());
        return new AccessKey.Created(key, secret);
    }

    /** All keys, oldest first. */
    public List<AccessKey> list() {
        return store.read(AccessKeysTable::list);
    }

    /** Deletes a key; false when there is none of that id. */
    public boolean delete(String id) {
        boolean deleted = store.write(tx -> AccessKeysTable.delete(tx, id));
        seen.invalidate(id);
        return deleted;
    }

    /** The secret of a key, null when there is no such key. */
    @Nullable SecretAccessKey find(String id) {
        return seen.get(id, this::load).orElse(null);
    }

    private Optional<SecretAccessKey> load(String id) {
        byte[] sealed = store.read(tx -> AccessKeysTable.sealed(tx, id));
        if (sealed == null) {
            return Optional.empty();
        }
        byte[] secret = keyRing.open(sealed, PURPOSE);
        return Optional.of(new SecretAccessKey(new String(secret, StandardCharsets.US_ASCII)));
    }
}
