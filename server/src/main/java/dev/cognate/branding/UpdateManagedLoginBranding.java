package dev.cognate.branding;

import dev.cognate.domain.PoolId;
import dev.cognate.store.Tx;
import dev.cognate.wire.Call;
import dev.cognate.wire.Operation;
import dev.cognate.wire.fault.InvalidParameterException;
import dev.cognate.wire.model.ManagedLoginBrandingType;
import dev.cognate.wire.model.UpdateManagedLoginBrandingRequest;
import dev.cognate.wire.model.UpdateManagedLoginBrandingResponse;

/**
 * Changes a managed login branding: settings and pictures are each replaced as a whole where the request has them.
 * Reference: oauth-config B11.
 */
final class UpdateManagedLoginBranding
        implements Operation<UpdateManagedLoginBrandingRequest, UpdateManagedLoginBrandingResponse> {
    private final Branding.Collaborators with;

    UpdateManagedLoginBranding(Branding.Collaborators with) {
        this.with = with;
    }

    @Override
    public UpdateManagedLoginBrandingResponse run(UpdateManagedLoginBrandingRequest request, Call call) {
        String poolId = request.userPoolId();
        String id = request.managedLoginBrandingId();
        if (poolId == null || id == null) {
            throw new InvalidParameterException(Texts.BRANDING_ID_MISSING);
        }
        PoolId pool = with.pools().require(new PoolId(poolId), call).id();
        Look look = new Look(request.useCognitoProvidedValues(), request.settings(), request.assets());
        look.check();
        return new UpdateManagedLoginBrandingResponse(with.store().write(tx -> change(tx, pool, id, look)));
    }

    private ManagedLoginBrandingType change(Tx tx, PoolId pool, String id, Look look) {
        ManagedLoginBrandingType before = BrandingsTable.find(tx, pool, id);
        if (before == null) {
            throw Texts.noBranding();
        }
        ManagedLoginBrandingType after =
                look.on(before).toBuilder().lastModifiedDate(with.now()).build();
        BrandingsTable.update(tx, pool, after);
        return after;
    }
}
