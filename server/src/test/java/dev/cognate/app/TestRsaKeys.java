package dev.cognate.app;

import dev.cognate.crypto.RsaKey;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * RSA keys for one server. Finding primes is most of the work of a small test, so all servers of a run go round the same
 * keys. Each begins where its predecessor would be after some pools: of two servers on one store neither has by chance what
 * the other one made.
 */
final class TestRsaKeys implements Supplier<RsaKey> {
    private static final int KEYS = 48;
    private static final int APART = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<Integer, RsaKey> SHARED = new ConcurrentHashMap<>();
    private static final AtomicInteger BEGINNINGS = new AtomicInteger();

    private final AtomicInteger next = new AtomicInteger(BEGINNINGS.getAndAdd(APART));

    @Override
    public RsaKey get() {
        return SHARED.computeIfAbsent(Math.floorMod(next.getAndIncrement(), KEYS), _ -> RsaKey.fresh(RANDOM));
    }
}
