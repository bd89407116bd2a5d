package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins that stand. Each method does its work in the caller's transaction, together with what makes it necessary.
 * Reference: auth 17.
 */
public final class SignIns {
    /** An access token that was issued at the refresh token's last moment; no client's are good for longer. */
    private static final Duration LONGEST_ACCESS = Duration.ofDays(1);

    private static final int SWEPT_AT_ONCE = 1_000;

    private final Randomness randomness;
    private final InstantSource clock;

    SignIns(Randomness randomness, InstantSource clock) {
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Begins a sign-in of a user whom the caller has read in this transaction and found allowed to. */
    public SignIn begin(Tx tx, Client client, User user) {
        Instant now = clock.instant();
        SignIn signIn = new SignIn(
                user.pool(),
                user.sub(),
                new SignInId(randomness.uuid()),
                randomness.uuid(),
                client.id(),
                now,
                now.plus(client.refreshTokenValidity()).plus(LONGEST_ACCESS));
        SignInsTable.insert(tx, signIn);
        return signIn;
    }

    /** The sign-in while it stands, null afterwards. */
    public @Nullable SignIn find(Tx tx, PoolId pool, Sub sub, SignInId id) {
        return SignInsTable.find(tx, pool, sub, id);
    }

    /**
     * Ends one sign-in: its tokens are revoked.
     *
     * @return false when it was over already
     */
    public boolean end(Tx tx, PoolId pool, Sub sub, SignInId id) {
        return SignInsTable.delete(tx, pool, sub, id);
    }

    /** Ends all sign-ins of a user, through whatever client: every token of the user is revoked. */
    public void endAll(Tx tx, PoolId pool, Sub sub) {
        SignInsTable.deleteAll(tx, pool, sub);
    }

    /**
     * Clears away sign-ins of which every token has expired.
     *
     * @return how many
     */
    public int sweep(Store store) {
        int swept = 0;
        List<SignIn> stale;
        do {
            Instant now = clock.instant();
            stale = store.read(tx -> SignInsTable.expired(tx, now, SWEPT_AT_ONCE));
            List<SignIn> found = stale;
            store.write(tx -> {
                found.forEach(each -> SignInsTable.delete(tx, each.pool(), each.sub(), each.id()));
                return found.size();
            });
            swept += found.size();
        } while (stale.size() == SWEPT_AT_ONCE);
        return swept;
    }
}
