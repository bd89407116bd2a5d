package dev.cognate.branding;

import dev.cognate.domain.ClientId;
import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeManagedLoginBrandingByClientRequest;
import dev.cognate.wire.model.DescribeManagedLoginBrandingByClientResponse;
import dev.cognate.wire.model.ManagedLoginBrandingType;

/** Shows the managed login branding of a client. Reference: oauth-config B11. */
final class DescribeManagedLoginBrandingByClient
        implements Operation<
                DescribeManagedLoginBrandingByClientRequest, DescribeManagedLoginBrandingByClientResponse> {
    private final Branding.Collaborators with;

    DescribeManagedLoginBrandingByClient(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public DescribeManagedLoginBrandingByClientResponse run(
            DescribeManagedLoginBrandingByClientRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        ManagedLoginBrandingType found = with.store().read(tx -> {
            with.clients().require(tx, pool, new ClientId(request.clientId()));
            return BrandingsTable.byClient(tx, pool, request.clientId());
        });
        return new DescribeManagedLoginBrandingByClientResponse(
                ShownBranding.of(found, request.returnMergedResources()));
    }
}
