package dev.cognate.pools;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.messaging.DeliveryFailures;
import dev.cognate.store.Decoded;
import dev.cognate.store.Store;
import dev.cognate.store.StoreException;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Handler;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.fault.UserImportInProgressException;
import dev.cognate.wire.model.CreateUserPoolRequest;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.UserPoolType;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All user pools of this server: the door of the room. A pool found here is at most {@link PoolSettings#cache} old;
 * what this node writes it sees at once. Safe for use by many threads.
 */
public final class Pools {
    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);
    private static final int MOST_COPIES = 10_000;
    private static final int MOST_LISTED = 1_000;

    private final Store store;
    private final InstantSource clock;
    private final Randomness randomness;
    private final PoolSettings settings;
    private final Surroundings surroundings;
    private final Cache<PoolId, Pool> copies;
    private final Decoded<PoolId, PoolsTable.Stored, Pool> decoded =
            new Decoded<>(MOST_COPIES, PoolsTable.Stored::decoded);

    /** The pools of a store. */
    public Pools(Store store, InstantSource clock, Randomness randomness, PoolSettings settings) {
        this(store, clock, randomness, settings, Surroundings.ofNode());
    }

    Pools(Store store, InstantSource clock, Randomness randomness, PoolSettings settings, Surroundings surroundings) {
        this.store = store;
        this.clock = clock;
        this.randomness = randomness;
        this.settings = settings;
        this.surroundings = surroundings;
        this.copies = Caffeine.newBuilder()
                .expireAfterWrite(settings.cache())
                .maximumSize(MOST_COPIES)
                .ticker(surroundings.ticker())
                .executor(Runnable::run)
                .build();
    }

    /**
     * The operations of this room.
     *
     * @param use tells which pools must keep their schema for now
     * @param tiers tell which pools must keep their tier for now
     */
    public List<Handler<?, ?>> operations(PageTokens tokens, SchemaUse use, TierUse... tiers) {
        List<Handler<?, ?>> all = new ArrayList<>(lifecycle(tokens, use, new TierChange(List.of(tiers))));
        all.addAll(tagging());
        all.addAll(replication());
        all.addAll(limits());
        all.add(Operations.SET_LOG_DELIVERY_CONFIGURATION.by(new SetLogDeliveryConfiguration(store, this)));
        all.add(Operations.GET_LOG_DELIVERY_CONFIGURATION.by(new GetLogDeliveryConfiguration(store, this)));
        return List.copyOf(all);
    }

    private List<Handler<?, ?>> lifecycle(PageTokens tokens, SchemaUse use, TierChange tiers) {
        PoolRules rules = new PoolRules(settings.account());
        return List.of(
                Operations.CREATE_USER_POOL.by(new CreateUserPool(this, randomness)),
                Operations.DESCRIBE_USER_POOL.by(
                        new DescribeUserPool(this, new UserCounts(store, surroundings), new DeliveryFailures(store))),
                Operations.UPDATE_USER_POOL.by(new UpdateUserPool(this, rules, use, tiers)),
                Operations.DELETE_USER_POOL.by(new DeleteUserPool(this)),
                Operations.LIST_USER_POOLS.by(new ListUserPools(store, tokens)),
                Operations.ADD_CUSTOM_ATTRIBUTES.by(new AddCustomAttributes(this, use)));
    }

    private List<Handler<?, ?>> tagging() {
        TaggedPool tagged = new TaggedPool(settings);
        return List.of(
                Operations.TAG_RESOURCE.by(new TagResource(this, tagged)),
                Operations.UNTAG_RESOURCE.by(new UntagResource(this, tagged)),
                Operations.LIST_TAGS_FOR_RESOURCE.by(new ListTagsForResource(this, tagged)));
    }

    private List<Handler<?, ?>> replication() {
        Replicas replicas = new Replicas(store, this, clock);
        return List.of(
                Operations.CREATE_USER_POOL_REPLICA.by(new CreateUserPoolReplica(replicas, this)),
                Operations.UPDATE_USER_POOL_REPLICA.by(new UpdateUserPoolReplica(replicas, this)),
                Operations.DELETE_USER_POOL_REPLICA.by(new DeleteUserPoolReplica(replicas, this)),
                Operations.LIST_USER_POOL_REPLICAS.by(new ListUserPoolReplicas(replicas, this)));
    }

    private List<Handler<?, ?>> limits() {
        ProvisionedLimits limits = new ProvisionedLimits(store, settings.account());
        return List.of(
                Operations.GET_PROVISIONED_LIMIT.by(new GetProvisionedLimit(limits)),
                Operations.UPDATE_PROVISIONED_LIMIT.by(new UpdateProvisionedLimit(limits)));
    }

    /** The configurations of all pools, by id, at most a thousand: for operators. */
    public List<UserPoolType> all() {
        return store.read(tx -> PoolsTable.all(tx, MOST_LISTED));
    }

    /** What was decided about all pools. */
    public PoolSettings settings() {
        return settings;
    }

    /** The pool of an id, null when there is none. */
    public @Nullable Pool find(PoolId id) {
        try {
            return require(id);
        } catch (ResourceNotFoundException none) {
            return null;
        }
    }

    /**
     * The pool of an id.
     *
     * @throws ResourceNotFoundException there is none
     */
    public Pool require(PoolId id) {
        // Nothing is kept of a pool that is not there: what the load throws comes through.
        return copies.get(id, this::load);
    }

    /**
     * The pool that a signed request names. A pool lives in its region, so requests to another region do not find it.
     *
     * @throws ResourceNotFoundException there is none in the request's region
     */
    public Pool require(PoolId id, Call call) {
        requireRegion(id, call);
        return require(id);
    }

    /**
     * The pool as a transaction sees it, for what must fit its present configuration.
     *
     * @throws ResourceNotFoundException there is none
     */
    public Pool require(Tx tx, PoolId id) {
        return decoded.of(id, required(id, PoolsTable.stored(tx, id)));
    }

    /**
     * Refuses a request to another region than the pool's.
     *
     * @throws ResourceNotFoundException as if there were no such pool
     */
    public void requireRegion(PoolId id, Call call) {
        if (!id.region().equals(call.region())) {
            throw new ResourceNotFoundException(Texts.missing(id));
        }
    }

    /**
     * Refuses an identity of SES that a pool cannot send from by its region.
     *
     * @throws dev.cognate.wire.fault.InvalidParameterException it is of another region
     */
    public static void checkEmailSource(PoolId pool, String sourceArn) {
        EmailRules.checkRegion(Arn.of(sourceArn).region(), pool.region(), true);
    }

    /**
     * Creates a pool with a chosen id, as CreateUserPool would in the id's region.
     *
     * @throws IllegalStateException the id is taken
     * @throws dev.cognate.wire.Fault the request is refused
     */
    public Pool create(PoolId id, CreateUserPoolRequest request) {
        Pool created = createPinned(id, request);
        if (created == null) {
            throw new IllegalStateException("The user pool " + id + " exists already.");
        }
        return created;
    }

    /**
     * Clears what a purge that was stopped left behind; to be run once at the start of a server, in the background.
     *
     * @return the number of deleted pools of which something was left
     */
    public int purgeOrphans() {
        return new Purge(store).orphans();
    }

    /**
     * Does work of another room that changes a pool by {@link #setDomains}, in one transaction; this node sees the change
     * at once.
     */
    public <T extends @Nullable Object> T write(PoolId id, Store.Work<T> work) {
        try {
            return store.write(work);
        } finally {
            copies.invalidate(id);
        }
    }

    /**
     * Notes which domains a pool has, in the transaction that gives or takes one: DescribeUserPool shows them, and a pool
     * with a domain is not deleted.
     *
     * @param prefix null for none
     * @param custom null for none
     * @throws ResourceNotFoundException there is no such pool
     */
    public void setDomains(Tx tx, PoolId id, @Nullable String prefix, @Nullable String custom) {
        UserPoolType before = required(id, PoolsTable.find(tx, id));
        PoolsTable.update(
                tx, id, before.toBuilder().domain(prefix).customDomain(custom).build());
    }

    /** Creates a pool with an id that may have been another's before; null when it is taken. */
    @Nullable Pool createPinned(PoolId id, CreateUserPoolRequest request) {
        // Nothing of an earlier pool of that id may reappear in the new one.
        new Purge(store).pool(id);
        return createUnlessTaken(id, request);
    }

    @Nullable Pool createUnlessTaken(PoolId id, CreateUserPoolRequest request) {
        UserPoolType config = new NewPool(settings.account(), now()).of(id, request);
        boolean created = store.write(tx -> {
            boolean added = PoolsTable.insert(tx, id, config);
            int most = settings.quotas().pools();
            if (added && ResourceQuotas.isExceeded(most, limit -> PoolsTable.count(tx, id.region(), limit))) {
                throw new LimitExceededException(Texts.tooManyPools(most));
            }
            return added;
        });
        return created ? new Pool(id, config) : null;
    }

    /** The pool as it is in the store now. */
    Pool load(PoolId id) {
        return store.read(tx -> require(tx, id));
    }

    /** Changes a pool in one transaction, so that no other change is lost. */
    void change(PoolId id, UnaryOperator<UserPoolType> change) {
        change(id, SchemaUse.NONE, (_, before) -> change.apply(before.config()));
    }

    /**
     * Changes a pool as {@link #change(PoolId, UnaryOperator)} does, unless an import reads its schema.
     *
     * @throws UserImportInProgressException one does
     */
    void change(PoolId id, SchemaUse use, BiFunction<Tx, Pool, UserPoolType> change) {
        Instant now = now();
        try {
            store.write(tx -> {
                Pool before = require(tx, id);
                if (use.byImport(tx, id)) {
                    throw new UserImportInProgressException(Texts.IMPORT_IN_PROGRESS);
                }
                UserPoolType after = change.apply(tx, before).toBuilder()
                        .lastModifiedDate(now)
                        .build();
                PoolsTable.update(tx, id, after);
                return after;
            });
        } finally {
            copies.invalidate(id);
        }
    }

    /**
     * Changes what second factors and passkeys a pool has, in one transaction; its SMS configuration may change with it.
     *
     * @param change the pool as it is to be made of the pool as it is; it may refuse
     * @throws ResourceNotFoundException there is no such pool
     * @throws dev.cognate.wire.fault.InvalidParameterException the SMS configuration is not one that the pool could have
     */
    public Pool changeFactors(PoolId id, UnaryOperator<Pool> change) {
        Instant now = now();
        try {
            return store.write(tx -> {
                Pool asked = change.apply(require(tx, id));
                SmsRules.check(id.region(), settings.account(), asked.config().smsConfiguration());
                Pool after = new Pool(
                        id, asked.config().toBuilder().lastModifiedDate(now).build(), asked.factors());
                PoolsTable.update(tx, id, after.config());
                PoolsTable.updateFactors(tx, id, after.factors());
                return after;
            });
        } finally {
            copies.invalidate(id);
        }
    }

    /** Deletes a pool that the check lets go, and clears away in the background what belonged to it. */
    void delete(PoolId id, Consumer<UserPoolType> check) {
        try {
            store.write(tx -> {
                UserPoolType pool = required(id, PoolsTable.find(tx, id));
                check.accept(pool);
                PoolsTable.delete(tx, id);
                return pool;
            });
        } finally {
            copies.invalidate(id);
        }
        surroundings.background().execute(() -> purge(id));
    }

    private void purge(PoolId id) {
        try {
            new Purge(store).pool(id);
        } catch (StoreException stopped) {
            LOG.warn("What is left of the deleted user pool {} will be cleared at the next start", id, stopped);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static <T> T required(PoolId id, @Nullable T found) {
        if (found == null) {
            throw new ResourceNotFoundException(Texts.missing(id));
        }
        return found;
    }
}
