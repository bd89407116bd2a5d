package dev.cognate.tokens;

import dev.cognate.clients.Client;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.User;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.store.Store;
import dev.cognate.store.Sweep;
import dev.cognate.store.Tx;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * The sign-ins that stand. Each method does its work in the caller's transaction, together with what makes it necessary.
 * Reference: auth 17.
 */
public final class SignIns {

    private final Randomness randomness;
    private final InstantSource clock;

    SignIns(Randomness randomness, InstantSource clock) {
        this.randomness = randomness;
        this.clock = clock;
    }

    /** Begins a sign-in through the API. For tests of what access tokens open; {@link Tokens#issue} is the way in. */
    public SignIn begin(Tx tx, Client client, User user) {
        return begin(tx, client, user, new Grant.Proof(freshId(), clock.instant(), null), null);
    }

    /** Begins a sign-in of a user whom the caller has read in this transaction and found allowed to. */
    SignIn begin(Tx tx, Client client, User user, Grant grant) {
        return begin(tx, client, user, grant.proof(), grant.consent());
    }

    /** The life of its tokens counts from now: the user may have proved itself earlier, for another client. */
    private SignIn begin(Tx tx, Client client, User user, Grant.Proof proof, Grant.@Nullable Consent consent) {
        SignIn signIn = new SignIn(
                user.pool(),
                user.sub(),
                proof.id(),
                randomness.uuid(),
                client.id(),
                proof.time(),
                proof.deviceKey(),
                consent == null ? null : consent.scopes(),
                clock.instant().plus(client.refreshTokenValidity()).plus(SignIn.LONGEST_ACCESS));
        SignInsTable.insert(tx, signIn);
        return signIn;
    }

    /** An id for a sign-in that is going to begin. */
    public SignInId freshId() {
        return new SignInId(randomness.uuid());
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

    /**
     * Ends the refreshing of the sign-ins of a user that happened on a device, which is forgotten; their access tokens are
     * good until they expire. Reference: auth 20.3.
     */
    public void forgetDevice(Tx tx, PoolId pool, Sub sub, String deviceKey) {
        SignInsTable.forgetDevice(tx, pool, sub, deviceKey);
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
        return new Sweep<SignIn>(
                        (tx, most) -> SignInsTable.expired(tx, clock.instant(), most),
                        (tx, each) -> SignInsTable.delete(tx, each.pool(), each.sub(), each.id()))
                .in(store);
    }
}
