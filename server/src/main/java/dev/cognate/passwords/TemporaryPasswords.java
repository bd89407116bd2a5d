package dev.cognate.passwords;

import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.pools.Pool;
import dev.cognate.store.Tx;
import java.time.Instant;
import java.time.InstantSource;

/** Passwords that an administrator gives and the first sign-in replaces, and when they expire. Reference: lifecycle C6. */
public final class TemporaryPasswords {
    /** Longer than policies ask for: nobody has to remember it. */
    private static final int LENGTH = 12;

    private final Randomness randomness;
    private final InstantSource clock;

    /** Temporary passwords of this source, that expire by this clock. */
    public TemporaryPasswords(Randomness randomness, InstantSource clock) {
        this.randomness = randomness;
        this.clock = clock;
    }

    /** A new one, which meets every policy that a pool can have. */
    public String generate(Pool pool) {
        return randomness.password(
                Math.max(LENGTH, PasswordPolicy.of(pool.passwordPolicy()).minimumLength()));
    }

    /** Says that the user's password is a temporary one from now on; the pool's days of validity begin. */
    public void begin(Tx tx, Pool pool, Sub sub) {
        PasswordsTable.setTemporary(tx, pool.id(), sub, clock.instant().plus(pool.temporaryPasswordValidity()));
    }

    /** Says that the user's password is no temporary one. */
    public void end(Tx tx, PoolId pool, Sub sub) {
        PasswordsTable.deleteTemporary(tx, pool, sub);
    }

    /** Whether the user's password is a temporary one whose time is over, so that only an administrator can help. */
    public boolean hasExpired(Tx tx, User user) {
        Instant until = PasswordsTable.temporaryUntil(tx, user.pool(), user.sub());
        return until != null && !clock.instant().isBefore(until);
    }
}
