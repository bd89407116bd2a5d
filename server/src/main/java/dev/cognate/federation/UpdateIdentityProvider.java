package dev.cognate.federation;

import dev.cognate.domain.PoolId;
import dev.cognate.pools.Pool;
import dev.cognate.pools.Pools;
import dev.cognate.store.Store;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.ConcurrentModificationException;
import dev.cognate.wire.model.IdentityProviderType;
import dev.cognate.wire.model.UpdateIdentityProviderRequest;
import dev.cognate.wire.model.UpdateIdentityProviderResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Changes an identity provider: each member that is given is replaced as a whole, the others stay. Reference: oauth-config
 * B9.
 */
final class UpdateIdentityProvider implements Operation<UpdateIdentityProviderRequest, UpdateIdentityProviderResponse> {
    private final IdentityProviders providers;
    private final Store store;
    private final Pools pools;
    private final DetailsByType details;

    UpdateIdentityProvider(IdentityProviders providers, IdentityProviders.Collaborators with, DetailsByType details) {
        this.providers = providers;
        this.store = with.store();
        this.pools = with.pools();
        this.details = details;
    }

    @Override
    public UpdateIdentityProviderResponse run(UpdateIdentityProviderRequest request, Call call) {
        Pool pool = pools.require(new PoolId(request.userPoolId()), call);
        Provider seen = store.read(tx -> providers.require(tx, pool.id(), request.providerName()));
        ProviderRules.checkMapping(request.attributeMapping(), pool.schema());
        ProviderRules.checkAcr(request.acrMapping(), seen.type());
        Map<String, String> asked = request.providerDetails();
        Details changed = asked == null ? null : details.complete(seen.type(), asked);
        Provider after = store.write(tx -> change(tx, seen, changed, request));
        return new UpdateIdentityProviderResponse(after.shown());
    }

    private Provider change(Tx tx, Provider seen, @Nullable Details details, UpdateIdentityProviderRequest request) {
        Provider before = providers.require(tx, seen.pool(), seen.name());
        // While a document was fetched, another provider may have taken the name.
        if (before.type() != seen.type()) {
            throw new ConcurrentModificationException(Texts.CHANGED);
        }
        ProviderRules.checkMapping(
                request.attributeMapping(), pools.require(tx, seen.pool()).schema());
        Provider after = new Provider(
                before.pool(), config(before.config(), request), details == null ? before.details() : details);
        providers.replace(tx, after);
        return after;
    }

    private IdentityProviderType config(IdentityProviderType before, UpdateIdentityProviderRequest request) {
        return before.toBuilder()
                .attributeMapping(or(request.attributeMapping(), before.attributeMapping()))
                .idpIdentifiers(or(request.idpIdentifiers(), before.idpIdentifiers()))
                .acrMapping(or(request.acrMapping(), before.acrMapping()))
                .lastModifiedDate(providers.now())
                .build();
    }

    private static <T> @Nullable T or(@Nullable T given, @Nullable T kept) {
        return given == null ? kept : given;
    }
}
