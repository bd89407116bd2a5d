package dev.cognate.pools;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands until it is moved; what ages by a ticker ages with it. */
public final class MovableTime implements InstantSource, Ticker {
    private volatile Instant now = Instant.parse("2026-11-21T02:00:00.123Z");

    /** Moves the time on. */
    public void pass(Duration span) {
        now = now.plus(span);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public long read() {
        return now.toEpochMilli() * 1_000_000;
    }
}
