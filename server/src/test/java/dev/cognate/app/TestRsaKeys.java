package dev.cognate.app;

import dev.cognate.crypto.RsaKey;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * RSA keys for one server. Finding primes is most of the work of a small test, so the first few keys of every server are
 * the same in all tests of a run; those of one server all differ.
 */
final class TestRsaKeys implements Supplier<RsaKey> {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final List<RsaKey> SHARED =
            Stream.generate(() -> RsaKey.fresh(RANDOM)).limit(8).toList();

    private final AtomicInteger given = new AtomicInteger();

    @Override
    public RsaKey get() {
        int next = given.getAndIncrement();
        return next < SHARED.size() ? SHARED.get(next) : RsaKey.fresh(RANDOM);
    }
}
