package dev.cognate.clients;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.cognate.crypto.KeyRing;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.pools.ResourceQuotas;
import dev.cognate.store.Decoded;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Handler;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.CreateUserPoolClientRequest;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.UserPoolClientType;
import dev.cognate.wire.model.UserPoolTierType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * All app clients of this server: the door of the room. A client found here is at most as old as the pools' settings
 * allow, its pool too; what this node writes it sees at once. Safe for use by many threads.
 */
public final class Clients {
    private static final String SECRET = "client-secret";
    private static final int MOST_COPIES = 100_000;

    private final Store store;
    private final Pools pools;
    private final KeyRing keys;
    private final Randomness randomness;
    private final InstantSource clock;
    private final Cache<ClientId, Copy> copies;
    private final Decoded<ClientId, String, UserPoolClientType> decoded =
            new Decoded<>(MOST_COPIES, ClientsTable::config);

    /** A client without its pool, of which there is a copy elsewhere. */
    private record Copy(PoolId pool, UserPoolClientType config, List<String> secrets) {}

    /** The clients of a store, their secrets sealed under the keys. */
    public Clients(Store store, Pools pools, KeyRing keys, Randomness randomness, InstantSource clock) {
        this(store, pools, keys, randomness, clock, Ticker.systemTicker());
    }

    Clients(Store store, Pools pools, KeyRing keys, Randomness randomness, InstantSource clock, Ticker ticker) {
        this.store = store;
        this.pools = pools;
        this.keys = keys;
        this.randomness = randomness;
        this.clock = clock;
        this.copies = Caffeine.newBuilder()
                .expireAfterWrite(pools.settings().cache())
                .maximumSize(MOST_COPIES)
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /**
     * The operations of this room.
     *
     * @param belongings what other rooms keep of clients
     */
    public List<Handler<?, ?>> operations(Belongings... belongings) {
        ClientSecrets secrets = new ClientSecrets(store, this, randomness);
        return List.of(
                Operations.CREATE_USER_POOL_CLIENT.by(new CreateUserPoolClient(this, pools)),
                Operations.DESCRIBE_USER_POOL_CLIENT.by(new DescribeUserPoolClient(this, pools)),
                Operations.UPDATE_USER_POOL_CLIENT.by(new UpdateUserPoolClient(this, pools)),
                Operations.DELETE_USER_POOL_CLIENT.by(new DeleteUserPoolClient(this, pools, List.of(belongings))),
                Operations.LIST_USER_POOL_CLIENTS.by(
                        new ListUserPoolClients(store, pools, new PageTokens(keys, clock))),
                Operations.ADD_USER_POOL_CLIENT_SECRET.by(new AddUserPoolClientSecret(secrets, pools)),
                Operations.LIST_USER_POOL_CLIENT_SECRETS.by(new ListUserPoolClientSecrets(secrets, pools)),
                Operations.DELETE_USER_POOL_CLIENT_SECRET.by(new DeleteUserPoolClientSecret(secrets, pools)));
    }

    /**
     * The client of an id, with its pool as it is now.
     *
     * @throws ResourceNotFoundException there is none
     */
    public Client require(ClientId id) {
        Copy copy = copies.get(id, this::load);
        Pool pool = pools.find(copy.pool);
        if (pool == null) {
            throw missing(id);
        }
        return new Client(id, pool, copy.config, copy.secrets);
    }

    /**
     * The client of an id, which is one of this pool.
     *
     * @throws ResourceNotFoundException there is none, or it is another pool's
     */
    public Client require(Pool pool, ClientId id) {
        Client client = require(id);
        if (!client.pool().id().equals(pool.id())) {
            throw missing(id);
        }
        return client;
    }

    /**
     * Creates a client with a chosen id, as CreateUserPoolClient would.
     *
     * @throws IllegalStateException the id is taken
     * @throws dev.cognate.wire.Fault the request is refused
     */
    public Client create(ClientId id, CreateUserPoolClientRequest request) {
        Client created = createUnlessTaken(id, request);
        if (created == null) {
            throw new IllegalStateException("The app client " + id + " exists already.");
        }
        return created;
    }

    /** Creates a client with an id that no other has. */
    Client create(CreateUserPoolClientRequest request) {
        Client created = null;
        while (created == null) {
            created = createUnlessTaken(new ClientId(randomness.clientId()), request);
        }
        return created;
    }

    private @Nullable Client createUnlessTaken(ClientId id, CreateUserPoolClientRequest request) {
        PoolId poolId = new PoolId(request.userPoolId());
        NewClient made = new NewClient(randomness, now());
        return store.write(tx -> {
            Client client = made.of(tx, id, pools.require(tx, poolId), request);
            if (!ClientsTable.reserve(tx, id, poolId)) {
                return null;
            }
            ClientsTable.insert(tx, poolId, id, client.config());
            for (String secret : client.secrets()) {
                ClientsTable.insertSecret(tx, client, randomness.uuid(), seal(secret), made.now());
            }
            checkNumber(tx, poolId);
            return client;
        });
    }

    private void checkNumber(Tx tx, PoolId pool) {
        int most = pools.settings().quotas().clients();
        if (ResourceQuotas.isExceeded(most, limit -> ClientsTable.count(tx, pool, limit))) {
            throw new LimitExceededException(Texts.tooMany(most));
        }
    }

    /**
     * The client of a pool as the transaction sees it.
     *
     * @throws ResourceNotFoundException there is no such pool, or no such client in it
     */
    public Client require(Tx tx, PoolId pool, ClientId id) {
        return found(tx, pool, id);
    }

    /**
     * The client of a pool as it is in the store now.
     *
     * @throws ResourceNotFoundException there is no such pool, or no such client in it
     */
    Client read(PoolId pool, ClientId id) {
        return store.read(tx -> found(tx, pool, id));
    }

    /** What clients of a pool have that a tier lacks. Reference: auth 22. */
    public static List<String> above(Tx tx, PoolId pool, UserPoolTierType tier) {
        boolean chosen = tier == UserPoolTierType.LITE
                && ClientsTable.namingUserAuth(tx, pool).stream()
                        .map(ClientsTable::config)
                        .anyMatch(AuthFlowRules::choosesFactors);
        return chosen ? List.of(Texts.CHOICE) : List.of();
    }

    /** Changes a client in one transaction, so that no other change is lost; returns the changed one. */
    Client change(PoolId pool, ClientId id, BiFunction<Tx, Client, Client> change) {
        Instant now = now();
        try {
            return store.write(tx -> {
                Client changed = change.apply(tx, found(tx, pool, id));
                UserPoolClientType config =
                        changed.config().toBuilder().lastModifiedDate(now).build();
                ClientsTable.update(tx, pool, id, config);
                return new Client(id, changed.pool(), config, changed.secrets());
            });
        } finally {
            copies.invalidate(id);
        }
    }

    /** Changes what stands beside a client in one transaction that has read the client. */
    <T> T around(PoolId pool, ClientId id, BiFunction<Tx, Client, T> change) {
        try {
            return store.write(tx -> change.apply(tx, found(tx, pool, id)));
        } finally {
            copies.invalidate(id);
        }
    }

    /** Deletes a client of a pool, with what belongs to it. */
    void delete(PoolId pool, ClientId id, List<Belongings> belongings) {
        try {
            boolean deleted = store.write(tx -> {
                pools.require(tx, pool);
                belongings.forEach(each -> each.forget(tx, pool, id));
                return ClientsTable.delete(tx, pool, id);
            });
            if (!deleted) {
                throw missing(id);
            }
        } finally {
            copies.invalidate(id);
        }
    }

    private Copy load(ClientId id) {
        return store.read(tx -> copy(tx, id));
    }

    private Copy copy(Tx tx, ClientId id) {
        ClientsTable.Stored stored = ClientsTable.stored(tx, id);
        if (stored == null) {
            throw missing(id);
        }
        List<String> secrets = stored.hasSecrets() ? secrets(tx, stored.pool(), id) : List.of();
        return new Copy(stored.pool(), decoded.of(id, stored.config()), secrets);
    }

    private Client found(Tx tx, PoolId poolId, ClientId id) {
        Pool pool = pools.require(tx, poolId);
        Copy copy = copy(tx, id);
        if (!copy.pool.equals(poolId)) {
            throw missing(id);
        }
        return new Client(id, pool, copy.config, copy.secrets);
    }

    private List<String> secrets(Tx tx, PoolId pool, ClientId id) {
        return ClientsTable.secrets(tx, pool, id).stream()
                .map(bytes -> new String(keys.open(bytes, SECRET), StandardCharsets.UTF_8))
                .toList();
    }

    /** A secret as it is stored. */
    byte[] seal(String secret) {
        return keys.seal(secret.getBytes(StandardCharsets.UTF_8), SECRET);
    }

    /** The time, in whole milliseconds. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static ResourceNotFoundException missing(ClientId id) {
        return new ResourceNotFoundException(Texts.missing(id));
    }
}
