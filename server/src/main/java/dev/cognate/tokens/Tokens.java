package dev.cognate.tokens;

import com.nimbusds.jose.util.Base64URL;
import dev.cognate.clients.Clients;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.crypto.RsaKey;
import dev.cognate.directory.Users;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.wire.JsonOutput;
import dev.cognate.wire.Shape;
import dev.cognate.wire.fault.ResourceNotFoundException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** The door to tokens. */
public final class Tokens {
    private final SignIns signIns;
    private final SigningKeys keys;
    private final AccessTokens accessTokens;

    /** Makes the room from what it works with. */
    public Tokens(Collaborators with) {
        this.signIns = new SignIns(with.randomness, with.clock);
        this.keys = new SigningKeys(with.store, with.pools, with.keys, with.random, with.clock);
        this.accessTokens = new AccessTokens(with, signIns, keys);
    }

    /**
     * What this room works with.
     *
     * @param issuer the URL that tokens of a pool name as their issuer, and under which its key set is served
     */
    public record Collaborators(
            Store store,
            Pools pools,
            Clients clients,
            Users users,
            KeyRing keys,
            SecureRandom random,
            Randomness randomness,
            InstantSource clock,
            Function<PoolId, String> issuer) {}

    /** The sign-ins that tokens follow from. */
    public SignIns signIns() {
        return signIns;
    }

    /** Access tokens. */
    public AccessTokens accessTokens() {
        return accessTokens;
    }

    /**
     * The key set of a pool: a JSON Web Key Set (RFC 7517) with the public halves of its two keys. Reference: auth 15.
     *
     * @throws ResourceNotFoundException there is no such pool
     */
    public byte[] keySet(PoolId pool) {
        List<Shape> shown = keys.require(pool).all().stream().map(Tokens::shown).toList();
        return JsonOutput.encode(out -> {
            out.beginObject();
            out.member("keys", shown);
            out.endObject();
        });
    }

    private static Shape shown(RsaKey key) {
        return out -> {
            out.beginObject();
            out.member("alg", "RS256");
            out.member(
                    "e", Base64URL.encode(key.publicKey().getPublicExponent()).toString());
            out.member("kid", key.id());
            out.member("kty", "RSA");
            out.member("n", Base64URL.encode(key.publicKey().getModulus()).toString());
            out.member("use", "sig");
            out.endObject();
        };
    }
}
