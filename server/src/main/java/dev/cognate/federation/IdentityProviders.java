package dev.cognate.federation;

import dev.cognate.crypto.KeyRing;
import dev.cognate.domain.PoolId;
import dev.cognate.outgoing.Documents;
import dev.cognate.pools.PageTokens;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Handler;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.fault.ResourceNotFoundException;
import dev.cognate.wire.model.Operations;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The door to identity providers. Safe for use by many threads. */
public final class IdentityProviders {
    private final Collaborators with;
    private final ProvidersTable table;
    private final DetailsByType details;

    /** The identity providers of a store. */
    public IdentityProviders(Collaborators with) {
        this.with = with;
        this.table = new ProvidersTable(with.keys);
        this.details = new DetailsByType(with.documents, with.clock);
    }

    /**
     * What this room works with.
     *
     * @param documents fetch what providers publish of themselves
     */
    public record Collaborators(
            Store store, KeyRing keys, InstantSource clock, Pools pools, PageTokens tokens, Documents documents) {}

    /** The operations of this room. */
    public List<Handler<?, ?>> operations() {
        return List.of(
                Operations.CREATE_IDENTITY_PROVIDER.by(new CreateIdentityProvider(this, with, details)),
                Operations.DESCRIBE_IDENTITY_PROVIDER.by(new DescribeIdentityProvider(this, with.pools)),
                Operations.GET_IDENTITY_PROVIDER_BY_IDENTIFIER.by(
                        new GetIdentityProviderByIdentifier(this, with.pools)),
                Operations.UPDATE_IDENTITY_PROVIDER.by(new UpdateIdentityProvider(this, with, details)),
                Operations.DELETE_IDENTITY_PROVIDER.by(new DeleteIdentityProvider(with.store, with.pools)),
                Operations.LIST_IDENTITY_PROVIDERS.by(new ListIdentityProviders(with.store, with.pools, with.tokens)));
    }

    /** Whether the pool has an identity provider of that name, as the transaction sees it. */
    public static boolean exists(Tx tx, PoolId pool, String name) {
        return ProvidersTable.exists(tx, pool, name);
    }

    /** The provider of a name, null when the pool has none. */
    public @Nullable Provider find(PoolId pool, String name) {
        return with.store.read(tx -> table.find(tx, pool, name));
    }

    /** The provider that one of its further identifiers means, null when there is none. */
    public @Nullable Provider byIdentifier(PoolId pool, String identifier) {
        return with.store.read(tx -> table.byIdentifier(tx, pool, identifier));
    }

    /**
     * The provider of a name, as the transaction sees it.
     *
     * @throws ResourceNotFoundException there is none
     */
    Provider require(Tx tx, PoolId pool, String name) {
        Provider found = table.find(tx, pool, name);
        if (found == null) {
            throw Texts.missing(name);
        }
        return found;
    }

    /** Adds a provider with its identifiers; false when the pool has one of that name. */
    boolean add(Tx tx, Provider provider) {
        if (!table.insert(tx, provider)) {
            return false;
        }
        takeIdentifiers(tx, provider);
        return true;
    }

    /** Replaces a provider and its identifiers. */
    void replace(Tx tx, Provider provider) {
        table.update(tx, provider);
        ProvidersTable.deleteIdentifiers(tx, provider.pool(), provider.name());
        takeIdentifiers(tx, provider);
    }

    private static void takeIdentifiers(Tx tx, Provider provider) {
        for (String identifier : new LinkedHashSet<>(provider.identifiers())) {
            if (!ProvidersTable.insertIdentifier(tx, provider, identifier)) {
                throw new InvalidParameterException(Texts.identifierTaken(identifier));
            }
        }
    }

    /** The time, as dates of providers have it. */
    Instant now() {
        return with.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
