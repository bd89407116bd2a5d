package dev.cognate.signin;

import dev.cognate.clients.Client;
import dev.cognate.crypto.KeyRing;
import dev.cognate.directory.Lookup;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.Pool;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Finds out whom names stand for, and has clients prove their secret over the name. */
final class Claimants {
    private static final Duration AFTER_CREATION = Duration.ofMinutes(10);

    private final Users users;
    private final KeyRing keys;

    Claimants(Signin.Collaborators with) {
        this.users = with.users();
        this.keys = with.keys();
    }

    /**
     * Whom the request's name stands for. A user who signs in elsewhere (EXTERNAL_PROVIDER) is nobody here.
     *
     * @throws dev.cognate.wire.fault.NotAuthorizedException the client did not prove its secret. Reference: auth 10
     */
    Claimant find(Step step) {
        String name = step.username();
        Claimant claimant = find(step.pool(), name);
        checkSecret(step.client(), name, realName(claimant), step.parameters());
        return claimant;
    }

    /** Whom a name stands for. */
    Claimant find(Pool pool, String name) {
        return switch (users.find(pool, name)) {
            case Lookup.Found(User user) when user.status() != UserStatus.EXTERNAL_PROVIDER -> new Claimant.Known(user);
            case Lookup.Found _, Lookup.Absent _ -> new Claimant.Unknown(name, nobody(pool, name));
        };
    }

    private static String realName(Claimant claimant) {
        return switch (claimant) {
            case Claimant.Known(User user) -> user.username();
            case Claimant.Unknown(String name, Sub _) -> name;
        };
    }

    /** A client without a secret has nothing to prove, whatever hash it sends. */
    private static void checkSecret(Client client, String sent, String realName, Parameters parameters) {
        if (!client.secrets().isEmpty()) {
            client.checkSecretHash(sent, realName, parameters.find("SECRET_HASH"));
        }
    }

    /**
     * An id that no user has, the same each time for a name, and not to be told from a user's: clients see it where
     * usernames are ids. Those begin with the time of creation (RFC 9562, 5.7), here one shortly after the pool's.
     */
    private Sub nobody(Pool pool, String name) {
        ByteBuffer hash = ByteBuffer.wrap(keys.hash("nobody-id", pool.id().value(), Users.folded(pool, name)));
        Instant created = pool.config().creationDate();
        long start = created == null ? 0 : created.toEpochMilli();
        long time = start + Math.floorMod(hash.getLong(), AFTER_CREATION.toMillis());
        long high = (time << 16) | 0x7000 | (hash.getLong() & 0xfff);
        long low = (hash.getLong() >>> 2) | 0x8000_0000_0000_0000L;
        return new Sub(new UUID(high, low).toString());
    }
}
