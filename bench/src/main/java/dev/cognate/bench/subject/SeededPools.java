package dev.cognate.bench.subject;

import dev.cognate.clients.Clients;
import dev.cognate.codes.CodeKind;
import dev.cognate.codes.CodeLimits;
import dev.cognate.codes.Codes;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.directory.KeptPassword;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.passwords.Passwords;
import dev.cognate.pools.Pool;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Pools;
import dev.cognate.store.SqliteStore;
import dev.cognate.store.StoreSettings;
import dev.cognate.store.Tx;
import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.VerifiedAttributeType;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A data folder with many pools of five clients each, and users spread over them: user {@code n} is in pool {@code n} modulo
 * the number of pools. Every pool is made through the doors of the rooms, many at once, since each has transactions of its
 * own.
 */
public final class SeededPools {
    private static final int CLIENTS_EACH = 5;
    private static final int USERS_AT_ONCE = 10_000;
    private static final int AT_ONCE = 64;

    private final InstantSource clock;
    private final Randomness randomness;
    private final Users users;
    private final Codes codes;
    private final Pools pools;
    private final Clients clients;
    private final KeptPassword password;

    private SeededPools(SqliteStore store, KeyRing keys, SecureRandom random, InstantSource clock) {
        this.clock = clock;
        this.randomness = new Randomness(random, clock);
        this.users = new Users(store);
        this.codes = new Codes(keys, randomness, clock, CodeLimits.SERVICE);
        this.pools = new Pools(store, clock, randomness, new PoolSettings("123456789012", Duration.ZERO));
        this.clients = new Clients(store, pools, keys, randomness, clock);
        this.password = new Passwords(keys, random).keep("BENCH0001", "everybody", "Everybody-has-1-password");
    }

    /** The id of the pool with a number. */
    public static PoolId pool(long number) {
        return new PoolId("us-east-1_BENCH%05d".formatted(number));
    }

    /** The id of a client, of five, of the pool with a number. */
    public static ClientId client(long pool, long number) {
        return new ClientId("benchbenchbenchbench%05d%d".formatted(pool, number % CLIENTS_EACH));
    }

    /** Makes the folder; nobody else may have it open. */
    public static void make(Path folder, int pools, int users, SecureRandom random, InstantSource clock)
            throws InterruptedException {
        KeyRing keys = KeyRing.open(folder.resolve("seal.key"), random);
        try (SqliteStore store = SqliteStore.open(folder, StoreSettings.defaults())) {
            SeededPools seed = new SeededPools(store, keys, random, clock);
            try (ExecutorService workers =
                    Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
                for (int pool = 0; pool < pools; pool++) {
                    int number = pool;
                    workers.execute(() -> seed.addPool(number));
                }
            }
            for (int first = 0; first < users; first += USERS_AT_ONCE) {
                int from = first;
                int to = Math.min(users, first + USERS_AT_ONCE);
                store.write(tx -> seed.addUsers(tx, pools, from, to));
            }
        }
    }

    private void addPool(int number) {
        pools.create(
                pool(number),
                CreateUserPoolRequest.builder()
                        .poolName("bench")
                        .autoVerifiedAttributes(List.of(VerifiedAttributeType.EMAIL))
                        .build());
        for (int client = 0; client < CLIENTS_EACH; client++) {
            clients.create(
                    client(number, client),
                    CreateUserPoolClientRequest.builder()
                            .userPoolId(pool(number).value())
                            .clientName("bench")
                            .build());
        }
    }

    private int addUsers(Tx tx, int many, int from, int to) {
        for (int number = from; number < to; number++) {
            Pool pool = pools.require(tx, pool(number % many));
            User user = user(pool, number);
            users.add(tx, user);
            users.claim(tx, pool, NameKind.USERNAME, user.username(), user.sub());
            codes.issue(tx, codes.of(pool.id(), user.sub(), CodeKind.SIGN_UP), codes.fresh(), "email");
        }
        return to - from;
    }

    private User user(Pool pool, int number) {
        Instant now = clock.instant();
        return new User(
                pool.id(),
                new Sub(randomness.uuid()),
                Names.username(number),
                UserStatus.UNCONFIRMED,
                true,
                Map.of("email", Names.email(number), "email_verified", "false"),
                password,
                now,
                now);
    }
}
