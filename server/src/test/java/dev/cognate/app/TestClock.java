package dev.cognate.app;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it; what ages by a ticker ages with it. */
public final class TestClock implements InstantSource, Ticker {
    /** When every test begins. */
    public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final AtomicReference<Instant> now;
    private final AtomicReference<Duration> tick = new AtomicReference<>(Duration.ZERO);

    /** A clock at {@link #START}. */
    public TestClock() {
        this(START);
    }

    /** A clock at another time. */
    public TestClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    @Override
    public Instant instant() {
        return now.getAndUpdate(instant -> instant.plus(tick.get()));
    }

    @Override
    public long read() {
        return TimeUnit.MILLISECONDS.toNanos(now.get().toEpochMilli());
    }

    /** From now on every look at the clock moves it on, so that what looks twice sees two times. */
    public void tick(Duration duration) {
        tick.set(duration);
    }

    /** Moves on. */
    public void advance(Duration duration) {
        now.updateAndGet(instant -> instant.plus(duration));
    }
}
