package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.wire.Call;
import dev.cognate.wire.NoOutput;
import dev.cognate.wire.Operation;
import dev.cognate.wire.model.DeleteManagedLoginBrandingRequest;

/** Deletes a managed login branding; its client has no managed login pages then. Reference: oauth-config B11, C16. */
final class DeleteManagedLoginBranding implements Operation<DeleteManagedLoginBrandingRequest, NoOutput> {
    private final Branding.Collaborators with;

    DeleteManagedLoginBranding(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public NoOutput run(DeleteManagedLoginBrandingRequest request, Call call) {
        PoolId pool =
                with.pools().require(new PoolId(request.userPoolId()), call).id();
        if (!with.store().write(tx -> BrandingsTable.delete(tx, pool, request.managedLoginBrandingId()))) {
            throw Texts.noBranding();
        }
        return new NoOutput();
    }
}
