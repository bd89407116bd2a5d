package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DescribeManagedLoginBrandingRequest;
import dev.cognate.wire.model.DescribeManagedLoginBrandingResponse;
import dev.cognate.wire.model.ManagedLoginBrandingType;

/** Shows a managed login branding by its id. Reference: oauth-config B11. */
final class DescribeManagedLoginBranding
        implements Operation<DescribeManagedLoginBrandingRequest, DescribeManagedLoginBrandingResponse> {
    private final Branding.Collaborators with;

    DescribeManagedLoginBranding(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public DescribeManagedLoginBrandingResponse run(DescribeManagedLoginBrandingRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        ManagedLoginBrandingType found =
                with.store().read(tx -> BrandingsTable.find(tx, pool, request.managedLoginBrandingId()));
        return new DescribeManagedLoginBrandingResponse(ShownBranding.of(found, request.returnMergedResources()));
    }
}
