package dev.cognate.pools;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cognate.domain.PoolId;
import dev.cognate.store.Store;
import java.time.Duration;

/** The numbers of users of the pools, each at most ten seconds old: counting a million takes a moment. */
final class UserCounts {
    private static final Duration LIFE = Duration.ofSeconds(10);
    private static final int MOST_COPIES = 10_000;

    private final LoadingCache<PoolId, Integer> counts;

    UserCounts(Store store, Surroundings surroundings) {
        counts = Caffeine.newBuilder()
                .expireAfterWrite(LIFE)
                .maximumSize(MOST_COPIES)
                .ticker(surroundings.ticker())
                .executor(Runnable::run)
                .build(id -> (int) Math.min(Integer.MAX_VALUE, (long) store.read(tx -> PoolsTable.countUsers(tx, id))));
    }

    int of(PoolId id) {
        return counts.get(id);
    }
}
