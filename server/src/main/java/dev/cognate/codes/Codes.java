package dev.cognate.codes;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Store;
import dev.cognate.store.Sweep;
import dev.cognate.store.Tx;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Issues codes, checks them, and counts both. Every method that takes a transaction does all of its work in it: what it
 * counted or consumed stands or falls with the caller's own changes. A count must survive a refusal, so a caller returns
 * the refusal from its transaction and throws it afterwards.
 */
public final class Codes {
    private static final Duration COUNTED = Duration.ofHours(1);

    private final KeyRing keys;
    private final Randomness randomness;
    private final InstantSource clock;
    private final CodeLimits limits;

    /** A door to the codes of one store. */
    public Codes(KeyRing keys, Randomness randomness, InstantSource clock, CodeLimits limits) {
        this.keys = keys;
        this.randomness = randomness;
        this.clock = clock;
        this.limits = limits;
    }

    /** Six decimal digits, leading zeros kept, each combination as likely as any other. */
    public String fresh() {
        return randomness.code();
    }

    /** The key of a user's codes. */
    public CodeKey of(PoolId pool, Sub sub, CodeKind kind) {
        return new CodeKey(pool, sub.value(), kind);
    }

    /** The key under which a name without a user is counted; it does not reveal the name. */
    public CodeKey nobody(PoolId pool, String name, CodeKind kind) {
        byte[] hash = keys.hash("nobody", pool.value(), name);
        return new CodeKey(pool, "nobody-" + HexFormat.of().formatHex(hash, 0, 16), kind);
    }

    /**
     * Counts a request for a code.
     *
     * @return false when the hour's requests are used up; nothing is counted then
     */
    public boolean countSend(Tx tx, CodeKey called) {
        CodeKey key = counter(called);
        Instant now = clock.instant();
        CodeRow row = CodesTable.find(tx, key);
        if (!row.allowsSend(key.kind(), limits, now)) {
            return false;
        }
        CodesTable.save(tx, key, row.plusSend(key.kind(), limits, now), now);
        return true;
    }

    /**
     * Makes this the live code; every earlier one is dead.
     *
     * @param sentTo the attribute whose address receives it
     */
    public void issue(Tx tx, CodeKey key, String code, String sentTo) {
        Instant now = clock.instant();
        CodesTable.save(tx, key, withCode(CodesTable.find(tx, key), key, code, sentTo, now), now);
    }

    /**
     * Counts a request and makes this the live code, in one step.
     *
     * @return false when the hour's requests are used up; the earlier code stays live then
     */
    public boolean countAndIssue(Tx tx, CodeKey key, String code, String sentTo) {
        if (!key.equals(counter(key))) {
            if (!countSend(tx, key)) {
                return false;
            }
            issue(tx, key, code, sentTo);
            return true;
        }
        Instant now = clock.instant();
        CodeRow row = CodesTable.find(tx, key);
        if (!row.allowsSend(key.kind(), limits, now)) {
            return false;
        }
        CodeRow counted = row.plusSend(key.kind(), limits, now);
        CodesTable.save(tx, key, withCode(counted, key, code, sentTo, now), now);
        return true;
    }

    /**
     * Counts a try.
     *
     * @return false when the hour's tries are used up; nothing is counted then
     */
    public boolean countTry(Tx tx, CodeKey called) {
        CodeKey key = counter(called);
        Instant now = clock.instant();
        CodeRow row = CodesTable.find(tx, key);
        if (!row.allowsTry(key.kind(), limits, now)) {
            return false;
        }
        CodesTable.save(tx, key, row.plusTry(key.kind(), limits, now), now);
        return true;
    }

    /** Compares a text with the live code, in constant time. Neither counts nor consumes. */
    public CodeCheck check(Tx tx, CodeKey key, String code) {
        CodeRow row = CodesTable.find(tx, key);
        byte @Nullable [] expected = row.hash();
        String attribute = row.attribute();
        if (!row.isLive(clock.instant()) || expected == null || attribute == null) {
            return new CodeCheck.Expired();
        }
        return MessageDigest.isEqual(expected, hash(key, code))
                ? new CodeCheck.Right(attribute)
                : new CodeCheck.Wrong();
    }

    /** Kills the live code, if there is one. The counts stay. */
    public void consume(Tx tx, CodeKey key) {
        CodeRow row = CodesTable.find(tx, key);
        if (row.hash() != null) {
            CodesTable.save(tx, key, row.withoutCode(), clock.instant());
        }
    }

    /**
     * Kills the live codes that were sent to an address which is the user's no longer: who reads them there has proved
     * nothing about the new one.
     *
     * @param attribute where they were sent: {@code email} or {@code phone_number}
     */
    public void revoke(Tx tx, PoolId pool, Sub sub, String attribute) {
        for (CodeKind kind : CodeKind.values()) {
            CodeKey key = of(pool, sub, kind);
            if (attribute.equals(CodesTable.find(tx, key).attribute())) {
                consume(tx, key);
            }
        }
    }

    /** Forgets every code and count of a user who is deleted. */
    public void forget(Tx tx, PoolId pool, Sub sub) {
        CodesTable.deleteOf(tx, pool.value(), sub.value());
    }

    /**
     * Clears rows away in which nothing counts any more: the code dead, the last request or try over an hour ago.
     *
     * @return how many rows went
     */
    public int sweep(Store store) {
        Instant now = clock.instant();
        Instant untouchedSince = now.minus(COUNTED);
        return new Sweep<CodeKey>(
                        (tx, most) -> CodesTable.stale(tx, untouchedSince, now, most),
                        (tx, key) -> CodesTable.deleteStale(tx, key, untouchedSince))
                .in(store);
    }

    private static CodeKey counter(CodeKey key) {
        return new CodeKey(key.pool(), key.subject(), key.kind().counted());
    }

    private CodeRow withCode(CodeRow row, CodeKey key, String code, String sentTo, Instant now) {
        return row.withCode(hash(key, code), sentTo, now.plus(key.kind().validity()));
    }

    private byte[] hash(CodeKey key, String code) {
        return keys.hash("code", key.pool().value(), key.subject(), key.kind().name(), code);
    }
}
