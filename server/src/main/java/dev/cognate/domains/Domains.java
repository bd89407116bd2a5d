package dev.cognate.domains;

import dev.cognate.crypto.Randomness;
import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Handler;
import dev.cognate.wire.model.Operations;
import dev.cognate.wire.model.UserPoolTierType;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The door to domains. Safe for use by many threads. */
public final class Domains {
    private static final Pattern PREFIX_HOST = Pattern.compile("([^.]+)\\.auth\\.([^.]+)\\.amazoncognito\\.com");

    private final Store store;
    private final Pools pools;
    private final Randomness randomness;
    private final InstantSource clock;

    /** The domains of a store. */
    public Domains(Store store, Pools pools, Randomness randomness, InstantSource clock) {
        this.store = store;
        this.pools = pools;
        this.randomness = randomness;
        this.clock = clock;
    }

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.CREATE_USER_POOL_DOMAIN.by(new CreateUserPoolDomain(pools, randomness, clock)),
                Operations.DESCRIBE_USER_POOL_DOMAIN.by(new DescribeUserPoolDomain(store)),
                Operations.UPDATE_USER_POOL_DOMAIN.by(new UpdateUserPoolDomain(store, pools)),
                Operations.DELETE_USER_POOL_DOMAIN.by(new DeleteUserPoolDomain(pools)));
    }

    /**
     * The domain that a browser means by a host name, in lower case and without a port; null when there is none.
     * Reference: oauth-config C1.
     */
    public @Nullable Domain ofHost(String host) {
        Matcher prefix = PREFIX_HOST.matcher(host);
        return prefix.matches() ? find(prefix.group(2), prefix.group(1)) : find("", host);
    }

    /** The prefix or custom domain of a name, as a region knows it; null when there is none. */
    public @Nullable Domain find(String region, String name) {
        return store.read(tx -> DomainsTable.find(tx, DomainName.of(region, name)));
    }

    /** What domains of a pool have that a tier lacks. Reference: oauth-config B18. */
    public static List<String> above(Tx tx, PoolId pool, UserPoolTierType tier) {
        boolean managed = tier == UserPoolTierType.LITE
                && of(tx, pool).stream().anyMatch(each -> each.managedLoginVersion() == DomainRules.MANAGED_LOGIN);
        return managed ? List.of(Texts.MANAGED_LOGIN) : List.of();
    }

    /** The domains of a pool: none, a prefix, a custom one, or both with the custom one first. */
    public static List<Domain> of(Tx tx, PoolId pool) {
        return DomainsTable.of(tx, pool);
    }
}
