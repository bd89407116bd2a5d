package dev.cognate.federation;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.pools.ResourceQuotas;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.DuplicateProviderException;
import dev.cognate.wire.fault.LimitExceededException;
import dev.cognate.wire.model.CreateIdentityProviderRequest;
import dev.cognate.wire.model.CreateIdentityProviderResponse;
import dev.cognate.wire.model.IdentityProviderType;
import java.time.Instant;

/** Creates an identity provider; a pool has so many as its quota allows. Reference: oauth-config B9, B19. */
final class CreateIdentityProvider implements Operation<CreateIdentityProviderRequest, CreateIdentityProviderResponse> {
    private final IdentityProviders providers;
    private final Store store;
    private final Pools pools;
    private final DetailsByType details;

    CreateIdentityProvider(IdentityProviders providers, IdentityProviders.Collaborators with, DetailsByType details) {
        this.providers = providers;
        this.store = with.store();
        this.pools = with.pools();
        this.details = details;
    }

    @Override
    public CreateIdentityProviderResponse run(CreateIdentityProviderRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        ProviderRules.checkName(request.providerName(), request.providerType());
        ProviderRules.checkMapping(request.attributeMapping(), pool.schema());
        ProviderRules.checkAcr(request.acrMapping(), request.providerType());
        requireFree(pool.id(), request.providerName());
        Details complete = details.complete(request.providerType(), request.providerDetails());
        Provider provider = new Provider(pool.id(), config(request), complete);
        store.write(tx -> {
            ProviderRules.checkMapping(
                    request.attributeMapping(), pools.require(tx, pool.id()).schema());
            add(tx, provider);
            return provider;
        });
        return new CreateIdentityProviderResponse(provider.shown());
    }

    /** A name that is taken is known before a document is fetched; the key of the table decides. */
    private void requireFree(PoolId pool, String name) {
        if (store.read(tx -> IdentityProviders.exists(tx, pool, name))) {
            throw new DuplicateProviderException(Texts.exists(name));
        }
    }

    private IdentityProviderType config(CreateIdentityProviderRequest request) {
        Instant now = providers.now();
        return IdentityProviderType.builder()
                .userPoolId(request.userPoolId())
                .providerName(request.providerName())
                .providerType(request.providerType())
                .attributeMapping(ProviderRules.mapping(request.attributeMapping(), request.providerType()))
                .idpIdentifiers(request.idpIdentifiers())
                .acrMapping(request.acrMapping())
                .creationDate(now)
                .lastModifiedDate(now)
                .build();
    }

    private void add(Tx tx, Provider provider) {
        if (!providers.add(tx, provider)) {
            throw new DuplicateProviderException(Texts.exists(provider.name()));
        }
        int most = pools.settings().quotas().identityProviders();
        if (ResourceQuotas.isExceeded(most, limit -> ProvidersTable.count(tx, provider.pool(), limit))) {
            throw new LimitExceededException(Texts.tooMany(most));
        }
    }
}
