package dev.cognate.pools;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.cognate.store.Store;
import dev.cognate.wire.fault.TooManyRequestsException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Refuses requests beyond the rate of their category, in one region: what an account may ask of one node each second. A
 * rate that changed counts on every node after as long as copies of pools may be old. Safe for use by many threads.
 * Reference: oauth-config B19, newer.
 */
public final class Quotas {
    /** Answers to challenges have a rate of their own, so that sign-ins of several steps can end. */
    private static final List<String> CHALLENGES = List.of("AdminRespondToAuthChallenge", "RespondToAuthChallenge");

    private static final int CHALLENGES_FACTOR = 3;

    /** Regions are named by requests, so what is kept of them is bounded. */
    private static final int MOST_BUCKETS = 10_000;

    /** A bucket that nobody used for so long is full again, and need not be kept. */
    private static final Duration IDLE = Duration.ofMinutes(1);

    private final Map<String, Share> shares = new HashMap<>();
    private final InstantSource clock;
    private final LoadingCache<Key, Integer> rates;
    private final LoadingCache<Key, Bucket> buckets;

    /** What operations share: the rate of a category, or a multiple of it. */
    private record Share(ApiCategory category, int factor) {}

    private record Key(String region, Share share) {}

    /** The quotas of the account that the pools belong to. */
    public Quotas(Store store, PoolSettings settings, InstantSource clock) {
        this.clock = clock;
        ProvisionedLimits limits = new ProvisionedLimits(store, settings.account());
        for (ApiCategory category : ApiCategory.values()) {
            category.operations().forEach(operation -> shares.put(operation, new Share(category, 1)));
        }
        Share challenges = new Share(ApiCategory.USER_AUTHENTICATION, CHALLENGES_FACTOR);
        CHALLENGES.forEach(operation -> shares.put(operation, challenges));
        this.rates = Caffeine.newBuilder()
                .expireAfterWrite(settings.cache())
                .maximumSize(MOST_BUCKETS)
                .executor(Runnable::run)
                .build(key -> limits.rate(key.region, key.share.category) * key.share.factor);
        this.buckets = Caffeine.newBuilder()
                .expireAfterAccess(IDLE)
                .maximumSize(MOST_BUCKETS)
                .executor(Runnable::run)
                .build(_ -> new Bucket(clock.millis()));
    }

    /**
     * Counts a request.
     *
     * @param operation its name
     * @param region the region that it is for
     * @throws TooManyRequestsException the category's rate is used up
     */
    public void admit(String operation, String region) {
        Share share = shares.get(operation);
        if (share == null) {
            return;
        }
        Key key = new Key(region, share);
        if (!buckets.get(key).take(clock.millis(), rates.get(key))) {
            throw new TooManyRequestsException(Texts.RATE_EXCEEDED);
        }
    }

    /** Fills up at the rate, holds what a second brings, and gives one for each request. */
    private static final class Bucket {
        private static final double UNUSED = -1;

        private double tokens = UNUSED;
        private long filledAt;

        Bucket(long now) {
            this.filledAt = now;
        }

        synchronized boolean take(long now, int rate) {
            // A clock that is set back brings nothing and takes nothing.
            double brought = Math.max(0, now - filledAt) * rate / 1000.0;
            tokens = tokens == UNUSED ? rate : Math.min(rate, tokens + brought);
            filledAt = now;
            if (tokens < 1) {
                return false;
            }
            tokens--;
            return true;
        }
    }
}
