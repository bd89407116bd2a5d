package dev.cognate.passwords;

import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.SrpVerifier;
import dev.cognate.directory.KeptPassword;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import java.security.SecureRandom;

/** Turns passwords into what is stored of them, and compares. */
public final class Passwords {
    private static final String PURPOSE = "srp-verifier";

    private final KeyRing keys;
    private final SecureRandom random;
    private final KeptPassword nobodys;

    /** Passwords sealed with these keys. */
    public Passwords(KeyRing keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
        byte[] unknown = SrpVerifier.simulated(keys.hash("no-password")).encode();
        this.nobodys = new KeptPassword(keys.seal(unknown, PURPOSE));
    }

    /**
     * What is stored of a password: the SRP salt and verifier, sealed.
     *
     * @param poolName the part of the pool's id after the underscore
     * @param username the user's real username, which SRP binds the verifier to
     */
    public KeptPassword keep(String poolName, String username, String password) {
        return new KeptPassword(keys.seal(
                SrpVerifier.create(poolName, username, password, random).encode(), PURPOSE));
    }

    /** Whether this is the password that was kept; takes the same time either way. */
    public boolean matches(KeptPassword kept, String poolName, String username, String password) {
        return verifier(kept).matches(poolName, username, password);
    }

    /** The salt and verifier of a password that was kept, for a sign-in by SRP. */
    public SrpVerifier verifier(KeptPassword kept) {
        return SrpVerifier.decode(keys.open(kept.sealed(), PURPOSE));
    }

    /**
     * Salt and verifier for somebody without a password: the same each time, and matched by none. Getting it takes as long as
     * getting a real one, most of which is the opening of the seal, and so does comparing with it.
     *
     * @param id the user, or what stands in for one who does not exist
     */
    public SrpVerifier nobodys(PoolId pool, Sub id) {
        return verifier(nobodys).disguised(keys.hash("no-password", pool.value(), id.value()));
    }
}
