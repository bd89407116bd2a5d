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
import dev.cognate.messaging.Inbox;
import dev.cognate.messaging.InboxMessage;
import dev.cognate.messaging.InboxQuery;
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
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Fills a data folder as sign-ups would have filled it: one pool, one client, and any number of unconfirmed users, each
 * with names, a searchable address, a password and a live code. All of it goes through the doors of the server's rooms,
 * in transactions of many users; the password alone is computed once and stored for everybody.
 */
public final class SeededFolder {
    /** The pool of every seeded folder. */
    public static final PoolId POOL = new PoolId("us-east-1_BENCH0001");

    /** Its client. */
    public static final ClientId CLIENT = new ClientId("benchbenchbenchbenchbench1");

    /** Of how many messages {@link #codes} knows the codes. */
    public static final int NEWEST = InboxQuery.GREATEST_LIMIT;

    private static final int USERS_AT_ONCE = 100_000;

    private final InstantSource clock;
    private final Randomness randomness;
    private final Users users;
    private final Codes codes;
    private final Pool pool;
    private final KeptPassword password;
    private final IntFunction<Standing> standings;

    private SeededFolder(
            SqliteStore store,
            KeyRing keys,
            IntFunction<Standing> standings,
            SecureRandom random,
            InstantSource clock) {
        this.standings = standings;
        this.clock = clock;
        this.randomness = new Randomness(random, clock);
        this.users = new Users(store);
        this.codes = new Codes(keys, randomness, clock, CodeLimits.SERVICE);
        Pools pools = new Pools(store, clock, randomness, new PoolSettings("123456789012", Duration.ZERO));
        this.pool = pool(pools, new Clients(store, pools, keys, randomness, clock));
        this.password = new Passwords(keys, random).keep(pool.shortName(), "everybody", "Everybody-has-1-password");
    }

    private static Pool pool(Pools pools, Clients clients) {
        Pool made = pools.create(
                POOL,
                CreateUserPoolRequest.builder()
                        .poolName("bench")
                        .autoVerifiedAttributes(List.of(VerifiedAttributeType.EMAIL))
                        .build());
        clients.create(
                CLIENT,
                CreateUserPoolClientRequest.builder()
                        .userPoolId(POOL.value())
                        .clientName("bench")
                        .build());
        return made;
    }

    /** In which state users are. */
    public enum Standing {
        /** Signed up, with a live code. */
        UNCONFIRMED(UserStatus.UNCONFIRMED, true),
        /** Confirmed, with a verified address. */
        CONFIRMED(UserStatus.CONFIRMED, true),
        /** The same, and disabled since. */
        DISABLED(UserStatus.CONFIRMED, false);

        private final UserStatus status;
        private final boolean enabled;

        Standing(UserStatus status, boolean enabled) {
            this.status = status;
            this.enabled = enabled;
        }
    }

    /** Makes the folder with so many unconfirmed users; nobody else may have it open. */
    public static void make(Path folder, int users, SecureRandom random, InstantSource clock) {
        make(folder, users, _ -> Standing.UNCONFIRMED, random, clock);
    }

    /** Makes the folder with so many users, each in the state that its number gives it. */
    public static void make(
            Path folder, int users, IntFunction<Standing> standings, SecureRandom random, InstantSource clock) {
        KeyRing keys = KeyRing.open(folder.resolve("seal.key"), random);
        try (SqliteStore store = SqliteStore.open(folder, StoreSettings.defaults())) {
            SeededFolder seed = new SeededFolder(store, keys, standings, random, clock);
            for (int first = 0; first < users; first += USERS_AT_ONCE) {
                int from = first;
                int to = Math.min(users, first + USERS_AT_ONCE);
                store.write(tx -> seed.add(tx, from, to));
            }
        }
    }

    /** In the order of their names: an index then gets each of its pages once in a transaction. */
    private int add(Tx tx, int from, int to) {
        List<Integer> numbers = IntStream.range(from, to)
                .boxed()
                .sorted(Comparator.comparing((Integer number) -> Names.username(number)))
                .toList();
        for (int number : numbers) {
            User user = user(number);
            users.add(tx, user);
            users.claim(tx, pool, NameKind.USERNAME, user.username(), user.sub());
            if (user.status() == UserStatus.UNCONFIRMED) {
                codes.issue(tx, codes.of(pool.id(), user.sub(), CodeKind.SIGN_UP), codes.fresh(), "email");
            }
        }
        return numbers.size();
    }

    private User user(int number) {
        Instant now = clock.instant();
        Standing standing = standings.apply(number);
        String verified = String.valueOf(standing.status == UserStatus.CONFIRMED);
        return new User(
                pool.id(),
                new Sub(randomness.uuid()),
                Names.username(number),
                standing.status,
                standing.enabled,
                Map.of("email", Names.email(number), "email_verified", verified),
                password,
                now,
                now);
    }

    /**
     * Lets everybody's hour begin anew while a server has the folder open, so that a small pool can be measured for longer
     * than its users' five requests last.
     */
    public static void forgetTheHour(Path folder) {
        try (SqliteStore store = SqliteStore.visit(folder, StoreSettings.defaults())) {
            store.write(tx -> tx.update("UPDATE codes SET sends = '' WHERE sends <> ''"));
        }
    }

    /** The codes of the newest messages in the inbox of a folder that a server has open, by username. */
    public static Map<String, String> codes(Path folder, SecureRandom random) {
        KeyRing keys = KeyRing.open(folder.resolve("seal.key"), random);
        Map<String, String> codes = new HashMap<>();
        try (SqliteStore store = SqliteStore.visit(folder, StoreSettings.defaults())) {
            for (InboxMessage each : new Inbox(store, keys, NEWEST).list(InboxQuery.newest(NEWEST))) {
                codes.putIfAbsent(
                        each.message().username(), String.valueOf(each.message().code()));
            }
        }
        return codes;
    }

    /** How many messages still wait in the outbox of a folder that a server has open. */
    public static long undelivered(Path folder) {
        try (SqliteStore store = SqliteStore.visit(folder, StoreSettings.defaults())) {
            Long waiting = store.read(tx -> tx.first("SELECT count(*) FROM outbox", row -> row.number(1)));
            return waiting == null ? 0 : waiting;
        }
    }
}
