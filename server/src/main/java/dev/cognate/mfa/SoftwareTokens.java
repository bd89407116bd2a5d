package dev.cognate.mfa;

import dev.cognate.crypto.ConstantTime;
import dev.cognate.crypto.KeyRing;
import dev.cognate.directory.User;
import dev.cognate.store.Tx;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The authenticator apps of users. Seeds lie sealed; each code is taken once, by a conditional update that one of several
 * wins. Reference: auth 6.4, 19.3.
 */
final class SoftwareTokens {
    private static final String PURPOSE = "totp-seed";
    private static final int SEED_LENGTH = 32;
    private static final long NO_STEP = -1;

    private final KeyRing keys;
    private final SecureRandom random;
    private final InstantSource clock;

    SoftwareTokens(KeyRing keys, SecureRandom random, InstantSource clock) {
        this.keys = keys;
        this.random = random;
        this.clock = clock;
    }

    /** A new seed. */
    byte[] seed() {
        byte[] seed = new byte[SEED_LENGTH];
        random.nextBytes(seed);
        return seed;
    }

    /** Keeps a seed until a code of it is seen; the verified one stays good until then. */
    void handOut(Tx tx, User user, byte[] seed) {
        SoftwareTokensTable.putPending(tx, user.pool(), user.sub(), keys.seal(seed, PURPOSE));
    }

    /** Takes the first code of the seed that was handed out last, which makes it the verified one. */
    TotpCheck verify(Tx tx, User user, String code, @Nullable String name) {
        SoftwareToken token = SoftwareTokensTable.find(tx, user.pool(), user.sub());
        byte[] pending = token == null ? null : token.pending();
        if (pending == null) {
            return TotpCheck.NOT_SET_UP;
        }
        long step = step(pending, code);
        if (step == NO_STEP) {
            return TotpCheck.WRONG;
        }
        SoftwareTokensTable.verify(tx, user.pool(), user.sub(), name, step);
        return TotpCheck.RIGHT;
    }

    /** Takes a code of the verified seed. */
    TotpCheck check(Tx tx, User user, String code) {
        SoftwareToken token = SoftwareTokensTable.find(tx, user.pool(), user.sub());
        byte[] verified = token == null ? null : token.verified();
        if (verified == null) {
            return TotpCheck.NOT_SET_UP;
        }
        long step = step(verified, code);
        if (step == NO_STEP) {
            return TotpCheck.WRONG;
        }
        return SoftwareTokensTable.use(tx, user.pool(), user.sub(), step) ? TotpCheck.RIGHT : TotpCheck.USED;
    }

    /** The step of a code: this one, or one before or after it; -1 when it is of none of them. */
    private long step(byte[] sealed, String code) {
        byte[] seed = keys.open(sealed, PURPOSE);
        long now = Totp.step(clock.instant());
        long found = NO_STEP;
        for (long step = now - 1; step <= now + 1; step++) { // All three, whichever it is.
            found = ConstantTime.equals(Totp.code(seed, step), code) ? step : found;
        }
        return found;
    }
}
