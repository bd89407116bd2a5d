package dev.cognate.bench.subject;

import dev.cognate.crypto.Randomness;
import dev.cognate.directory.Arrivals;
import dev.cognate.directory.NameKind;
import dev.cognate.directory.NewUser;
import dev.cognate.directory.User;
import dev.cognate.directory.Users;
import dev.cognate.domain.Sub;
import dev.cognate.domain.UserStatus;
import dev.cognate.pools.Pool;
import dev.cognate.pools.PoolSettings;
import dev.cognate.pools.Pools;
import dev.cognate.store.SqliteStore;
import dev.cognate.store.StoreSettings;
import dev.cognate.wire.model.CreateUserPoolRequest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The directory alone: users who are there already as objects, in the order of their names, are added in transactions of
 * 500. What an import could at best come up to, since all it does besides comes on top.
 */
public final class DirectoryLoad {
    private static final int AT_ONCE = 500;

    private DirectoryLoad() {}

    /** Adds so many users to an empty store of this process; how many there were in a second. */
    public static double perSecond(Path folder, int users, SecureRandom random, InstantSource clock) {
        Randomness randomness = new Randomness(random, clock);
        try (SqliteStore store = SqliteStore.open(folder, StoreSettings.defaults())) {
            Pool pool = new Pools(store, clock, randomness, new PoolSettings("123456789012", Duration.ZERO))
                    .create(
                            SeededFolder.POOL,
                            CreateUserPoolRequest.builder().poolName("bench").build());
            int[] order = ordered(users);
            Arrivals arrivals = new Arrivals(new Users(store));
            long began = System.nanoTime();
            for (int from = 0; from < users; from += AT_ONCE) {
                List<NewUser> batch = IntStream.range(from, Math.min(users, from + AT_ONCE))
                        .mapToObj(place -> newcomer(pool, order[place], randomness, clock.instant()))
                        .toList();
                store.write(tx -> arrivals.add(tx, pool, batch));
            }
            return users * 1e9 / (System.nanoTime() - began);
        }
    }

    private static int[] ordered(int users) {
        record Named(String name, int number) {}
        Named[] named = IntStream.range(0, users)
                .mapToObj(number -> new Named(Names.username(number), number))
                .toArray(Named[]::new);
        Arrays.sort(named, Comparator.comparing(Named::name));
        return Arrays.stream(named).mapToInt(Named::number).toArray();
    }

    private static NewUser newcomer(Pool pool, int number, Randomness randomness, Instant now) {
        String username = Names.username(number);
        User user = new User(
                pool.id(),
                new Sub(randomness.uuid()),
                username,
                UserStatus.RESET_REQUIRED,
                true,
                Map.of("email", Names.email(number), "email_verified", "true"),
                null,
                now,
                now);
        return new NewUser(user, Map.of(NameKind.USERNAME, username));
    }
}
