package dev.cognate.signin;

import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.signin.WrongPasswordsTable.Tries;
import dev.cognate.store.Store;
import dev.cognate.store.Sweep;
import dev.cognate.store.Tx;
import dev.cognate.wire.Fault;
import dev.cognate.wire.fault.NotAuthorizedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Locks users for a while after wrong tries in a row: with the fifth for a second, with each further one for twice as
 * long, at most for 15 minutes. There is one count for each user, over passwords, SRP and codes, through whatever client
 * or operation and by whatever name; names without a user have theirs too. A try while locked counts for nothing, and the
 * right password is not told from a wrong one then. Fifteen minutes without a try, or a sign-in, end the count. Reference:
 * auth 13.
 *
 * <p>Whether a try was right is found out beside the store, so many may be found out at once. Each is then settled in a
 * transaction that looks at the lock again: of those which arrive together no more come to anything than would have one
 * after the other.
 */
final class Lockout {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);

    private final Store store;
    private final InstantSource clock;
    private final boolean on;

    /** A lock-out, or where it is switched off, none: then nobody is locked and nothing is counted. */
    Lockout(Store store, InstantSource clock, boolean on) {
        this.store = store;
        this.clock = clock;
        this.on = on;
    }

    /**
     * Refuses whoever is locked.
     *
     * @throws NotAuthorizedException the time is not over
     */
    void requireOpen(PoolId pool, Sub sub) {
        if (store.read(tx -> isLocked(tx, pool, sub))) {
            throw locked();
        }
    }

    /** Whether the user is locked now. */
    boolean isLocked(Tx tx, PoolId pool, Sub sub) {
        if (!on) {
            return false;
        }
        Tries tries = WrongPasswordsTable.find(tx, new WrongPasswordsTable.Key(pool, sub));
        return tries != null && clock.instant().isBefore(tries.last().plus(lock(tries.number())));
    }

    /** Counts a wrong try, in a transaction of its own; returns how it is refused: if locked by now, as such. */
    Fault wrong(PoolId pool, Sub sub, Fault refusal) {
        return store.write(tx -> {
            if (isLocked(tx, pool, sub)) {
                return locked();
            }
            count(tx, pool, sub);
            return refusal;
        });
    }

    /** Counts a wrong try of somebody who is not locked. */
    void count(Tx tx, PoolId pool, Sub sub) {
        if (!on) {
            return;
        }
        WrongPasswordsTable.Key key = new WrongPasswordsTable.Key(pool, sub);
        Instant now = clock.instant();
        Tries before = WrongPasswordsTable.find(tx, key);
        int earlier = before != null && now.isBefore(before.last().plus(LONGEST)) ? before.number() : 0;
        WrongPasswordsTable.save(tx, key, new Tries(earlier + 1, now));
    }

    /** Ends the count, by a sign-in. */
    void clear(Tx tx, PoolId pool, Sub sub) {
        WrongPasswordsTable.delete(tx, new WrongPasswordsTable.Key(pool, sub));
    }

    /** How a try is refused while the user is locked. */
    static Fault locked() {
        return new NotAuthorizedException(Texts.LOCKED);
    }

    private static Duration lock(int tries) {
        if (tries < FREE) {
            return Duration.ZERO;
        }
        int doublings = Math.min(tries - FREE, Integer.SIZE);
        Duration lock = Duration.ofSeconds(1L << doublings);
        return lock.compareTo(LONGEST) < 0 ? lock : LONGEST;
    }

    /** Forgets counts that count no more; returns how many. */
    int sweep() {
        Instant time = clock.instant().minus(LONGEST);
        return new Sweep<WrongPasswordsTable.Key>(
                        (tx, most) -> WrongPasswordsTable.untouchedSince(tx, time, most),
                        (tx, key) -> WrongPasswordsTable.deleteUntouched(tx, key, time))
                .in(store);
    }
}
